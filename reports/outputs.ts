import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConformanceReport } from '../schemas/results.ts';
import { renderConformance } from './html/conformance.ts';

/** Every file that is made from a report, by its name: a pure function each, so that an old run can be rendered again. */
export const OUTPUTS: Readonly<Record<string, (report: ConformanceReport) => string>> = {
  'conformance.json': (report) => `${JSON.stringify(report, null, 2)}\n`,
  'conformance.html': renderConformance,
};

/** Writes all of them into the directory, which is made if need be. */
export function writeOutputs(report: ConformanceReport, directory: string): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, render] of Object.entries(OUTPUTS)) writeFileSync(join(directory, name), render(report));
}
