import {
  type BaselineChange,
  type BaselineComparison,
  type ConformanceReport,
  isSameTarget,
  isWhole,
  type RequirementResult,
  type TransitionKind,
} from '../schemas/results.ts';
import {
  OBSERVATION_CHANGED,
  TRANSITION_KINDS,
  type Transition,
  transitionBetween,
  transitionOfUnknown,
} from '../schemas/transitions.ts';

/** As much of an earlier report as is compared; files of older suites may lack the rest. */
export type Baseline = Pick<ConformanceReport, 'startedAt' | 'requirements'> &
  Partial<Pick<ConformanceReport, 'verdict' | 'target' | 'suite' | 'completeness'>>;

type Now = Pick<ConformanceReport, 'requirements' | 'target' | 'suite' | 'completeness'>;

const ORDER = Object.keys(TRANSITION_KINDS) as TransitionKind[];

/** What has changed since an earlier run, and what makes the two hard to compare. */
export function compareWithBaseline(before: Baseline, now: Now): BaselineComparison {
  const earlier = new Map(before.requirements.map((result) => [result.id, result]));
  const current = new Map(now.requirements.map((result) => [result.id, result]));
  const changes = [...new Set([...current.keys(), ...earlier.keys()])]
    .map((id) => {
      const [from, to] = [earlier.get(id), current.get(id)];
      return {
        id,
        ...(from ? { from: from.verdict } : {}),
        ...(to ? { to: to.verdict } : {}),
        ...transitionOf(from, to),
      };
    })
    .filter(({ kind }) => kind !== 'same')
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const idsOf = (kind: TransitionKind) => changes.filter((one) => one.kind === kind).map(({ id }) => id);
  return {
    startedAt: before.startedAt,
    new: idsOf('new'),
    fixed: idsOf('fixed'),
    unchanged: idsOf('unchanged'),
    changes,
    notes: notesOf(before, now),
  };
}

function transitionOf(from: RequirementResult | undefined, to: RequirementResult | undefined): Transition {
  if (!from || !to) {
    return to
      ? transitionOfUnknown(to.verdict, 'now')
      : transitionOfUnknown(from?.verdict ?? 'untested', 'before');
  }
  if (from.verdict === 'observed' && to.verdict === 'observed' && observed(from) !== observed(to))
    return OBSERVATION_CHANGED;
  return transitionBetween(from.verdict, to.verdict);
}

/** What several tests saw stands in the order of how many did, which chance decides. */
function observed({ reason = '' }: RequirementResult): string {
  return reason.split(' · ').sort().join(' · ');
}

/** Why the difference may be none of the server's. */
function notesOf(before: Baseline, now: Now): string[] {
  const notes: string[] = [];
  const [then, here] = [before.target, now.target];
  if (then && !isSameTarget(then, here)) {
    notes.push(
      `The earlier run tested another target: ${then.kind} ${then.endpoint}, and this one ${here.kind} ${here.endpoint}.`,
    );
  }
  if (before.suite && before.suite.version !== now.suite.version) {
    notes.push(
      `The earlier run was made by version ${before.suite.version} of the suite, and this one by ${now.suite.version}.`,
    );
  }
  if (before.suite && before.suite.contract !== now.suite.contract) {
    notes.push(
      `The earlier run was held against another contract: ${before.suite.contract}, and this one against ${now.suite.contract}.`,
    );
  }
  if (before.verdict === 'error') notes.push('The earlier run could not judge its target.');
  const whole = [
    [before.completeness, 'The earlier run'],
    [now.completeness, 'This run'],
  ] as const;
  for (const [completeness, name] of whole) {
    if (!completeness) continue;
    const { planned, executed } = completeness;
    if (!isWhole(completeness))
      notes.push(`${name} was not a whole one: ${executed} of ${planned} tests ran.`);
    else if (before.completeness && planned < Math.max(before.completeness.planned, now.completeness.planned))
      notes.push(`${name} had fewer tests than the other: ${planned}.`);
  }
  return notes;
}

/** Changes of one kind, for people. */
interface ChangeGroup {
  kind: TransitionKind;
  /** `New`, `Lost` and so on. */
  title: string;
  changes: BaselineChange[];
}

/** What changed, kind by kind, what matters most first. */
export function changeGroups({ changes }: BaselineComparison): ChangeGroup[] {
  return ORDER.map((kind) => ({
    kind,
    title: TRANSITION_KINDS[kind].title,
    changes: changes.filter((change) => change.kind === kind),
  })).filter((group) => group.changes.length > 0);
}
