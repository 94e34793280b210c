import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ConformanceReport } from '../schemas/results.ts';
import { type FiledReport, reportOf } from './filed-report.ts';

/**
 * An earlier run's report, of a `conformance.json` or of the directory that holds one.
 * @throws {Error} with what to do, where there is none or it is of another form
 */
export function readReport(path: string): ConformanceReport {
  const file = isDirectory(path) ? join(path, 'conformance.json') : path;
  let report: Partial<FiledReport> | null;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Partial<FiledReport> | null;
  } catch (error) {
    const cause =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message;
    throw new Error(
      `${file} cannot be read: ${cause}. Give the conformance.json of a run, or its directory.`,
    );
  }
  if (!Array.isArray(report?.requirements) || !Array.isArray(report.tests) || report.counts === undefined) {
    throw new Error(`${file} is no report of a run: give a conformance.json.`);
  }
  const version: unknown = report.schemaVersion;
  if (version !== 1 && version !== 2) {
    throw new Error(
      `${file} has schemaVersion ${String(version)}, and this version of the suite reads 1 and 2: use the version that wrote it.`,
    );
  }
  try {
    return reportOf(report as FiledReport);
  } catch (error) {
    throw new Error(`${file} is damaged: ${(error as Error).message}`);
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
