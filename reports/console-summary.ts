import type { ConformanceReport, Verdict } from '../schemas/results.ts';

const SHOWN: readonly Verdict[] = ['fail', 'error', 'warn', 'known'];

/** The last lines of a run: the verdict, what is wrong in one line each, and where the report is. */
export function consoleSummary(report: ConformanceReport, directory: string): string {
  const { counts, requirements, problems, target, durationMs } = report;
  const lines = [
    '',
    `${report.verdict.toUpperCase()}  ${target.kind} ${target.endpoint}`,
    report.summary,
    '',
  ];
  for (const verdict of SHOWN) {
    for (const { id, statement, reason } of requirements.filter(
      (requirement) => requirement.verdict === verdict,
    )) {
      if (verdict === 'error' && problems.length > 0) continue;
      lines.push(`  ${verdict.padEnd(5)} ${id}  ${statement}`, `          ${reason}`);
    }
  }
  const untested = new Map<string, number>();
  for (const { verdict, reason = '' } of requirements) {
    if (verdict === 'untested') untested.set(reason, (untested.get(reason) ?? 0) + 1);
  }
  for (const [reason, count] of untested) lines.push(`  untested ${count}: ${reason}`);
  for (const problem of problems) lines.push(`  ! ${problem}`);
  for (const { id, state } of report.waivers)
    if (state !== 'used') lines.push(`  ! The waiver of ${id} is ${state}: remove it from CBR_WAIVERS.`);
  const verdicts = Object.entries(counts.requirements)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict}`);
  lines.push(
    '',
    `  ${requirements.length} requirements: ${verdicts.join(', ')}`,
    `  ${report.completeness.executed} of ${report.completeness.planned} tests, ${counts.requestsTotal} requests (${counts.retries} repeated), ${(durationMs / 1000).toFixed(1)} s`,
    `  ${directory}/conformance.html`,
    '',
  );
  return `${lines.join('\n')}\n`;
}
