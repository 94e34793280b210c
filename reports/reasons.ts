import type { ConformanceReport, RequirementResult } from '../schemas/results.ts';

/** Why requirements were not tested, the reason that kept most of them from it first. */
export interface Reason {
  text: string;
  requirements: RequirementResult[];
}

const DEPENDS = /^depends on ([A-Z]+-\d+)/;

/** Everything that waits for another requirement to hold is one reason, however many those are. */
export function untestedReasons({ requirements }: ConformanceReport): Reason[] {
  const untested = requirements.filter(({ verdict }) => verdict === 'untested');
  const awaited = new Set(untested.flatMap(({ reason = '' }) => DEPENDS.exec(reason)?.[1] ?? []));
  const dependent = `what it depends on does not hold: ${[...awaited].join(', ')}`;
  const reasons = new Map<string, RequirementResult[]>();
  for (const requirement of untested) {
    const { reason = '' } = requirement;
    const text = DEPENDS.test(reason) ? dependent : reason.replace(/\.$/, '');
    reasons.set(text, [...(reasons.get(text) ?? []), requirement]);
  }
  return [...reasons]
    .map(([text, some]) => ({ text, requirements: some }))
    .sort((a, b) => b.requirements.length - a.requirements.length);
}
