import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConformanceReport } from '../schemas/results.ts';
import { filedReport } from './filed-report.ts';
import { renderHar } from './har.ts';
import { renderConformance, type Surroundings } from './html/conformance.ts';
import { jsonByEntry } from './json-by-entry.ts';
import { renderJunit } from './junit.ts';
import { renderSummary } from './summary-markdown.ts';

/** Every file that is made from a report, by its name: a pure function each, so that an old run can be rendered again. */
export const OUTPUTS: Readonly<
  Record<string, (report: ConformanceReport, surroundings: Surroundings) => string>
> = {
  'conformance.json': (report) => jsonByEntry(filedReport(report), 2),
  'conformance.html': renderConformance,
  'summary.md': renderSummary,
  'junit.xml': renderJunit,
  'conformance.har': renderHar,
};

/** Writes all of them into the directory, which is made if need be; none where one cannot be rendered. */
export function writeOutputs(report: ConformanceReport, directory: string): void {
  const surroundings = { playwright: existsSync(join(directory, 'playwright', 'index.html')) };
  // As bytes: a string with one character beyond Latin-1 takes two bytes for each of them.
  const files = Object.entries(OUTPUTS).map(
    ([name, render]) => [name, Buffer.from(render(report, surroundings))] as const,
  );
  mkdirSync(directory, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(directory, name), content);
}
