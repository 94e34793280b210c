import type { ConformanceReport, History, RunVerdict } from '../../schemas/results.ts';

/** Nights in which this and that was wrong, the last one this run. */
export function sampleHistory(
  { startedAt, verdict, counts, requirements }: ConformanceReport,
  before: number,
): History {
  const bad = counts.requirements.fail + counts.requirements.warn > 0;
  const runs = Array.from({ length: before }, (_one, index): History['runs'][number] => {
    const fail = [0, 0, 2, 1, 0, 0, 5, 3, 0, 1][index % 10] ?? 0;
    const was: RunVerdict = index % 17 === 5 ? 'error' : fail > 0 ? 'non-conformant' : 'conformant';
    return {
      startedAt: new Date(Date.parse(startedAt) - (before - index) * 86_400_000).toISOString(),
      verdict: was,
      counts: { ...counts.requirements, fail, pass: counts.requirements.pass - fail },
      version: `build ${4711 - before + index}`,
    };
  });
  const standing = requirements.map(({ id }, index) => {
    const since = runs.at(bad ? -3 : 0)?.startedAt ?? startedAt;
    return [id, { since, runs: bad ? 4 : before + 1, flips: index % 29 === 0 ? 3 : 0 }] as const;
  });
  return {
    runs: [...runs, { startedAt, verdict, counts: counts.requirements, version: 'build 4711' }],
    requirements: Object.fromEntries(standing),
  };
}
