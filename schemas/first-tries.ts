import type { RequirementId } from './requirements.ts';
import type { ExchangeEvidence, Outcome } from './results.ts';
import { NO_MISTAKE, type Situation } from './situations.ts';

/** Fewer requests of one kind may fail at their first try by chance. */
const LEAST_REQUESTS = 3;
/** Requests that are sent at once may change places, and one may be sent while another one alike is repeated. */
const NEARLY_ALL = 0.8;
/** Where more than this part of the other requests fail at their first try, too, it is the way to the server. */
const MOST_OTHERS = 0.02;
/** Trouble of a moment hits requests that follow each other: what fails always does so more often than once. */
const LEAST_TIMES = 2;

/** One node of several, or one request of several, may be what fails. */
const SOME = 0.2;
/** How likely it may be, at most, that failures which anything may meet have met these kinds alone. */
const CHANCE = 1e-4;
/** A failure within the server; it is none of the way to it. */
const FAILURE = 'status 500';

/** What every caller may meet, and no fault of one kind of request: throttling. */
const FAILED = /^(status (?:408|421|425|50[0234]|52\d|530)|reset|refused|timeout)/;
/** A connection that may have been idle for too long; where one kind of update meets that nearly always, it was not. */
const IDLE = /^connection lost/;

interface Kind {
  name: string;
  exchanges: ExchangeEvidence[];
  failed: ExchangeEvidence[];
}

/**
 * A repetition hides a failure at the first try. One may pass by; where one kind of update fails at its first try
 * nearly every time, and hardly any other request does, that is how the server answers this kind. So it is where
 * some of a kind fail again and again all through the run, and nothing else ever does.
 * @returns one breach for each such kind
 */
export function firstTryBreaches(exchanges: Iterable<ExchangeEvidence>): Outcome[] {
  const all = [...exchanges];
  // Nearly every run: what each of them was about need not be looked at.
  if (!all.some(failedOrIdle)) return [];
  const always = failingAlways(all, kindsOf(all, failedOrIdle));
  return always.length > 0 ? always : failingAgainAndAgain(all, kindsOf(all, failedFirst));
}

type HasFailed = (exchange: ExchangeEvidence) => boolean;

function kindsOf(all: readonly ExchangeEvidence[], hasFailed: HasFailed): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const exchange of all) {
    if (!exchange.situation) continue;
    const name = nameOf(exchange.situation, exchange.response?.status);
    const kind = kinds.get(name) ?? { name, exchanges: [], failed: [] };
    kind.exchanges.push(exchange);
    // What was never answered is judged by that: no repetition hides it.
    if (exchange.response && hasFailed(exchange)) kind.failed.push(exchange);
    kinds.set(name, kind);
  }
  return [...kinds.values()];
}

function failingAlways(all: readonly ExchangeEvidence[], kinds: readonly Kind[]): Outcome[] {
  const suspects = kinds.filter(
    ({ failed, exchanges: some }) =>
      failed.length >= LEAST_REQUESTS && failed.length >= some.length * NEARLY_ALL,
  );
  const suspected = new Set(suspects.flatMap(({ exchanges: some }) => some));
  const others = all.filter((exchange) => !suspected.has(exchange));
  const failedOthers = others.filter(failedOrIdle).length;
  if (failedOthers > others.length * MOST_OTHERS) return [];
  const isOther = (exchange: ExchangeEvidence) => !suspected.has(exchange) && !failedOrIdle(exchange);
  return suspects
    .filter(({ failed }) => timesOf(all, (exchange) => failed.includes(exchange), isOther) >= LEAST_TIMES)
    .map((kind) => breach(kind, { others: others.length, failedOthers }));
}

/** How often something failed, with others between that went well. */
function timesOf(
  all: readonly ExchangeEvidence[],
  isFailed: (exchange: ExchangeEvidence) => boolean,
  isOther: (exchange: ExchangeEvidence) => boolean,
): number {
  let times = 0;
  let isApart = true;
  for (const exchange of all.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))) {
    if (isOther(exchange)) isApart = true;
    else if (isApart && isFailed(exchange)) {
      times += 1;
      isApart = false;
    }
  }
  return times;
}

function failingAgainAndAgain(all: readonly ExchangeEvidence[], kinds: readonly Kind[]): Outcome[] {
  const failing = kinds.filter(({ failed }) => failed.length > 0);
  const suspected = new Set(failing.flatMap(({ exchanges: some }) => some));
  const failures = failing.flatMap(({ failed }) => failed);
  if (failures.length < suspected.size * SOME || !failures.every(isOwnFailure)) return [];
  // What stands nowhere in the space may be of one of these kinds, too.
  const isOther = (exchange: ExchangeEvidence) =>
    !suspected.has(exchange) && (exchange.situation !== undefined || exchange.operation !== 'update');
  const others = all.filter(isOther);
  if (others.some((exchange) => failedFirst(exchange) || exchange.response?.status === 500)) return [];
  // What serves readings may serve no update for a while.
  const isUpdate = (exchange: ExchangeEvidence) => exchange.situation !== undefined && isOther(exchange);
  const times = timesOf(all, failedFirst, isUpdate);
  const around = updatesAround(all, failures);
  const share = around.filter((exchange) => suspected.has(exchange)).length / around.length;
  if (share ** times > CHANCE) return [];
  return failing
    .filter(({ failed }) => failed.length >= LEAST_REQUESTS)
    .map((kind) => breach(kind, { others: others.length, failedOthers: 0 }));
}

/** The updates from the first failure to the last one: what fails for a while alone meets what is sent meanwhile. */
function updatesAround(
  all: readonly ExchangeEvidence[],
  failures: readonly ExchangeEvidence[],
): ExchangeEvidence[] {
  const starts = failures.map(({ startedAt }) => startedAt).toSorted();
  const [first = '', last = ''] = [starts[0], starts.at(-1)];
  return all.filter(
    ({ situation, startedAt }) => situation !== undefined && startedAt >= first && startedAt <= last,
  );
}

const isOwnFailure = ({ retries: [first] }: ExchangeEvidence): boolean => first?.reason === FAILURE;

const failedFirst: HasFailed = (exchange) => failedAs(exchange, FAILED);

const failedOrIdle: HasFailed = (exchange) => failedAs(exchange, FAILED) || failedAs(exchange, IDLE);

/** What is answered in the same way to the end has not failed at its first try alone, and is judged by that answer. */
const failedAs = ({ retries: [first], response }: ExchangeEvidence, reasons: RegExp): boolean =>
  first !== undefined && reasons.test(first.reason) && first.reason !== `status ${response?.status}`;

/** A kind is what was sent, by whom, and whether it was taken in the end. */
function nameOf({ decision, mistake, actor, state }: Situation, status = 0): string {
  const what = mistake === NO_MISTAKE ? decision : mistake;
  const isTaken = status >= 200 && status < 300;
  // What is refused in the end may be refused for the state that a lost try has left.
  const ofState = isTaken && state !== 'pending' ? ` of what is ${state}` : '';
  const of = state === 'none' ? ' of what is not shared' : ofState;
  return `${what} by the ${actor}${of}, ${isTaken ? 'taken' : 'not taken'} in the end`;
}

function breach(
  { name, failed, exchanges }: Kind,
  { others, failedOthers }: { others: number; failedOthers: number },
): Outcome {
  const last = failed.at(-1) as ExchangeEvidence;
  const reason = last.retries[0]?.reason ?? '';
  return {
    requirement: requirementOf(last, reason),
    kind: 'broken',
    message: `Requests of one kind fail at their first try and are answered when they are repeated: ${failed.length} of ${exchanges.length} of this kind (${name}), ${failedOthers} of ${others} others.`,
    field: 'first try',
    expected: 'an answer without a repetition',
    received: reason,
    exchange: last.id,
  };
}

/** What must work, or must be refused and not fail. */
function requirementOf({ situation }: ExchangeEvidence, reason: string): RequirementId {
  if (situation?.mistake === NO_MISTAKE && situation.actor === 'member') {
    if (situation.state === 'accepted' && situation.decision === 'reject') return 'STAT-09';
    return situation.decision === 'accept' ? 'STAT-01' : 'STAT-02';
  }
  return reason.startsWith('status') ? 'REF-01' : 'REF-03';
}
