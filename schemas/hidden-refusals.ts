import type { RequirementId } from './requirements.ts';
import type { ExchangeEvidence, Outcome } from './results.ts';
import { NO_MISTAKE } from './situations.ts';

/** One may be a moment's doing. */
const LEAST_REFUSALS = 2;
/** Bad Request, Not Found. */
const WRONG: readonly number[] = [400, 404];
/** The request is malformed, or names a share or a vault that is not there: no repetition makes it right. */
const OF_THE_REQUEST = /"BackupService\.(?:9900|6706|6105)"/;
/** Words by which a service says that another time will do. */
const OF_THE_MOMENT =
  /busy|locked|in progress|under way|another (?:operation|update|request|task)|try again|later|concurrent|quota|capacity|exceed|full/i;

/**
 * A repetition hides a refusal as it hides a failure. A plain decision of the member's that is refused for being
 * wrong, and taken when the very same is sent about the very same share once more, was not wrong.
 * @returns one breach for each requirement that says that such a decision works
 */
export function judgeHiddenRefusals(exchanges: Iterable<ExchangeEvidence>): Outcome[] {
  const inOrder = [...exchanges].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const last = new Map<string, ExchangeEvidence>();
  const hidden = new Map<RequirementId, ExchangeEvidence[]>();
  for (const exchange of inOrder) {
    const { url, method } = exchange.request;
    const backup = /\/backups\/([^/]+)/.exec(url)?.[1] ?? '';
    if (method === 'POST' || method === 'DELETE') last.delete(backup);
    const requirement = requirementOf(exchange);
    if (requirement === undefined) continue;
    const before = last.get(backup);
    last.set(backup, exchange);
    if (!before || !isWrong(before) || !isTaken(exchange) || !isSame(before, exchange)) continue;
    hidden.set(requirement, [...(hidden.get(requirement) ?? []), before]);
  }
  return [...hidden]
    .filter(([, refusals]) => refusals.length >= LEAST_REFUSALS)
    .map(([requirement, refusals]) => breach(requirement, refusals));
}

/** What says that this very update works, if anything does. */
function requirementOf({ situation }: ExchangeEvidence): RequirementId | undefined {
  if (situation?.mistake !== NO_MISTAKE || situation.actor !== 'member') return undefined;
  const { state, decision } = situation;
  if (state === 'pending') return decision === 'accept' ? 'STAT-01' : 'STAT-02';
  return state === 'accepted' && decision === 'reject' ? 'STAT-09' : undefined;
}

function isWrong({ response }: ExchangeEvidence): boolean {
  const { text = '' } = response?.body ?? {};
  return WRONG.includes(response?.status ?? 0) && OF_THE_REQUEST.test(text) && !OF_THE_MOMENT.test(text);
}

const isTaken = ({ response }: ExchangeEvidence): boolean =>
  response !== null && response.status >= 200 && response.status < 300;

const isSame = (a: ExchangeEvidence, b: ExchangeEvidence): boolean =>
  a.request.url === b.request.url &&
  a.situation?.state === b.situation?.state &&
  a.request.body?.text === b.request.body?.text;

function breach(requirement: RequirementId, refusals: readonly ExchangeEvidence[]): Outcome {
  const [first] = refusals as readonly [ExchangeEvidence];
  return {
    requirement,
    kind: 'broken',
    message: `An update is refused as wrong, and taken when the very same is sent once more: ${refusals.length} times in this run.`,
    field: 'status code',
    expected: '200',
    received: `${first.response?.status} ${first.response?.body.text.slice(0, 100)}`,
    exchange: first.id,
  };
}
