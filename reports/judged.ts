import type { ConformanceReport, TestResult } from '../schemas/results.ts';
import { LAST_LOOK } from '../schemas/verdict.ts';

/** Whether a test found out what it is for, about one of its own requirements at least, and came to its end or a breach. */
function hasJudged({ requirements, outcomes }: TestResult): boolean {
  const kinds = outcomes
    .filter(({ requirement }) => requirements.length === 0 || requirements.includes(requirement))
    .map(({ kind }) => kind);
  if (kinds.includes('broken')) return true;
  return !kinds.includes('error') && (kinds.includes('held') || kinds.includes('observed'));
}

/** `103 of 108 tests judged the target, 5 could not`: a test that ran and could not judge says nothing. */
export function describeTests({
  tests,
  completeness: { executed, planned },
}: Pick<ConformanceReport, 'tests' | 'completeness'>): string {
  if (executed === 0) return planned === 0 ? 'no test ran' : `none of ${planned} tests ran`;
  const judged = tests.filter(
    (test) => test.status !== 'not-run' && test.id !== LAST_LOOK && hasJudged(test),
  ).length;
  const could = executed - judged;
  const rest = [
    ...(could > 0 ? [`${could} could not`] : []),
    ...(planned > executed ? [`${planned - executed} did not run`] : []),
  ];
  return `${judged} of ${planned} tests judged the target${rest.length > 0 ? `, ${rest.join(', ')}` : ''}`;
}
