import { REQUIREMENTS, type RequirementId, requirement } from './requirements.ts';
import type { Outcome, RunVerdict, TestResult, Verdict } from './results.ts';

/** What one test said about one requirement, or that it was planned and never ran. */
export interface TestOutcome {
  testId: string;
  outcome: Outcome | { kind: 'not-run'; message: string };
}

export interface Waiver {
  id: string;
  reason: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  expires: string;
}

export interface Judgement {
  verdict: Verdict;
  /** Absent where the verdict is `pass`. */
  reason?: string;
}

/** Why nothing is known of a requirement about which no test said anything. */
export const SILENCE = {
  notSeen: 'no answer in this run held anything to judge it by',
  notSelected: 'no test that was selected shows it: --grep, --shard or the like left tests out',
  notJudged: 'its tests ended without judging it',
} as const;

/**
 * What is true of a requirement without findings. A planned test that never ran is a finding of its own.
 * @param planned every test that was to run, those that did not included
 * @param leftOut whether the command line may have left tests out
 */
export function silenceOf(
  id: RequirementId,
  planned: readonly Pick<Telling, 'requirements'>[],
  leftOut: boolean,
): string {
  if (planned.some(({ requirements }) => requirements.includes(id))) return SILENCE.notJudged;
  return leftOut ? SILENCE.notSelected : SILENCE.notSeen;
}

type Telling = Pick<TestResult, 'id' | 'requirements' | 'status' | 'reason' | 'outcomes'>;

/** What the tests of a run say about one requirement: those that declare it and those that judged it in passing. */
export function testOutcomesOf(id: RequirementId, tests: readonly Telling[]): TestOutcome[] {
  return testOutcomesByRequirement(tests).get(id) ?? [];
}

/** As `testOutcomesOf`, for all requirements at once. */
export function testOutcomesByRequirement(tests: readonly Telling[]): Map<string, TestOutcome[]> {
  const all = new Map<string, TestOutcome[]>();
  const add = (id: string, finding: TestOutcome) => {
    const known = all.get(id);
    if (known) known.push(finding);
    else all.set(id, [finding]);
  };
  for (const { id: testId, requirements, status, reason, outcomes } of tests) {
    if (status === 'not-run') {
      for (const id of new Set(requirements))
        add(id, { testId, outcome: { kind: 'not-run', message: reason } });
    } else for (const outcome of outcomes) add(outcome.requirement, { testId, outcome });
  }
  return all;
}

/** Why a refusal proves nothing. */
const NO_GROUND =
  'nothing in this run showed that the operation is there and that the token is taken, so a refusal proves nothing. Where --grep left STAT-01 out, take it along';

/** Whether a run saw that the operation is there: an update that worked, or a refusal that only this service gives. */
export const groundOf = (tests: readonly Pick<TestResult, 'ground'>[]): boolean =>
  tests.some(({ ground }) => ground !== undefined);

/** What the last readings at the end of a run found, as if a test had said it. */
export function lastLookOf(outcomes: readonly Outcome[]): Telling[] {
  if (outcomes.length === 0) return [];
  return [{ id: LAST_LOOK, requirements: [], status: 'passed', reason: '', outcomes: [...outcomes] }];
}

/** The id under which findings of the end of the run stand, in the form of a test's: group and title. */
export const LAST_LOOK =
  'the end of the run › every share is read once more, and requests of one kind are compared';

/** The first day on which a waiver no longer holds is the day after `expires`, in UTC. */
export function isExpired(waiver: Waiver, now: Date): boolean {
  return now.toISOString().slice(0, 10) > waiver.expires;
}

/**
 * The one rule that turns findings into a verdict. The worst finding decides, and only a requirement of
 * which every test ran and held passes.
 * @param silence what is said where there are no findings
 */
export function verdictOf(
  id: RequirementId,
  findings: readonly TestOutcome[],
  {
    strict,
    waiver,
    ground = true,
    silence = SILENCE.notSeen,
  }: { strict: boolean; waiver?: Waiver | undefined; ground?: boolean | undefined; silence?: string },
): Judgement {
  const { level } = requirement(id);
  const of = (kind: TestOutcome['outcome']['kind']) =>
    findings.map(({ outcome }) => outcome).filter((outcome) => outcome.kind === kind);
  const broken = of('broken');
  if (broken.length > 0) {
    const reason = summarise(broken);
    if (waiver)
      return { verdict: 'known', reason: `${waiver.reason} (waived until ${waiver.expires}). ${reason}` };
    return { verdict: level === 'should' && !strict ? 'warn' : 'fail', reason };
  }
  const errors = of('error');
  if (errors.length > 0) return { verdict: 'error', reason: summarise(errors) };
  const observed = of('observed');
  if (level === 'observe' && observed.length > 0)
    return { verdict: 'observed', reason: summarise(observed, 'all') };
  const untested = [...of('untested'), ...of('not-run')];
  if (untested.length > 0) return { verdict: 'untested', reason: summarise(untested) };
  const held = of('held');
  if (held.length > 0 && !ground && held.every((outcome) => 'needsGround' in outcome && outcome.needsGround))
    return { verdict: 'untested', reason: NO_GROUND };
  if (held.length > 0) return { verdict: 'pass' };
  return { verdict: 'untested', reason: silence };
}

/** The distinct messages, most frequent first; all of them, or the first one and how many there are besides. */
function summarise(outcomes: readonly { message: string }[], how: 'first' | 'all' = 'first'): string {
  const counts = new Map<string, number>();
  for (const { message } of outcomes) counts.set(message, (counts.get(message) ?? 0) + 1);
  const messages = [...counts].sort(([, a], [, b]) => b - a).map(([message]) => message);
  if (how === 'all') return messages.join(' · ');
  const more = messages.length - 1;
  return `${messages[0]}${more > 0 ? ` (and ${more} more reason${more > 1 ? 's' : ''})` : ''}`;
}

/** The verdict on the target, from those on its requirements. */
export function runVerdictOf(verdicts: ReadonlyMap<RequirementId, Verdict>, unusable: boolean): RunVerdict {
  const all = [...verdicts];
  if (unusable) return 'error';
  if (all.some(([, verdict]) => verdict === 'fail')) return 'non-conformant';
  if (all.some(([, verdict]) => verdict === 'error')) return 'error';
  const mustUntested = all.some(
    ([id, verdict]) => REQUIREMENTS[id].level === 'must' && verdict === 'untested',
  );
  return mustUntested ? 'incomplete' : 'conformant';
}
