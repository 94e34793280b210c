import { PAGE_EDITION } from '../schemas/page.ts';
import type { ExchangeEvidence, Tested } from '../schemas/results.ts';
import type { RunFacts } from '../schemas/run-facts.ts';

/** Headers in which servers and gateways name themselves or their version. */
const TELLING = /^(?:server|via|x-powered-by|x-served-by|x-runtime|.*-?version)$/i;
/** A server that sends a new value each time tells nothing of its version. */
const MOST_VALUES = 8;

/** What the verdict is about: as the user names it, as the server names itself, and what it was judged by. */
export function testedOf(
  { targetVersion, job }: Pick<RunFacts, 'targetVersion' | 'job'>,
  exchanges: readonly ExchangeEvidence[],
  suiteVersion: string,
): Tested {
  return {
    ...(targetVersion === undefined ? {} : { targetVersion }),
    server: serverHeaders(exchanges),
    ...(job ? { job } : {}),
    pageEdition: PAGE_EDITION,
    suiteVersion,
  };
}

/** Distinct headers of the answers, the most frequent first; IAM is another server. */
function serverHeaders(exchanges: readonly ExchangeEvidence[]): Tested['server'] {
  const seen = new Map<string, Tested['server'][number]>();
  for (const { operation, response } of exchanges) {
    if (operation === 'token') continue;
    for (const [name, value] of response?.headers ?? []) {
      if (!TELLING.test(name) || value === '') continue;
      const key = `${name.toLowerCase()}: ${value}`;
      const known = seen.get(key);
      if (known) known.answers += 1;
      else seen.set(key, { name, value: value.slice(0, 200), answers: 1 });
    }
  }
  return [...seen.values()].sort((a, b) => b.answers - a.answers).slice(0, MOST_VALUES);
}
