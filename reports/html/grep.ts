import type { RequirementResult } from '../../schemas/results.ts';
import { LAST_LOOK } from '../../schemas/verdict.ts';
import type { Evidence } from './model.ts';

/** Of tests that meet a requirement in passing, these few are run again. */
const MOST_GREPPED = 3;

/** What `--grep` is to be given so that a test runs that has shown the evidence, which may be about something else. */
function grepOf({ id }: Pick<RequirementResult, 'id'>, evidence: readonly Evidence[]): string {
  const tests = evidence.map(({ test }) => test).filter((test) => test.id !== LAST_LOOK);
  if (tests.some(({ requirements }) => requirements.includes(id))) return id;
  const ids = new Set(tests.flatMap(({ requirements }) => requirements.slice(0, 1)));
  const some = [...ids].slice(0, MOST_GREPPED);
  return some.length > 0 ? some.join('|') : id;
}

/**
 * The command that runs the tests again that say something of a requirement. What the end of a run found shows in
 * no test alone: it takes the whole run.
 */
export function rerunCommand(
  requirement: Pick<RequirementResult, 'id'>,
  evidence: readonly Evidence[],
): string {
  if (evidence.length > 0 && evidence.every(({ test }) => test.id === LAST_LOOK))
    return 'npm run conformance';
  const grep = grepOf(requirement, evidence);
  return `npm run conformance -- --grep ${grep.includes('|') ? `'${grep}'` : grep}`;
}
