import { basename, dirname, join, resolve } from 'node:path';
import { OUTPUTS, writeOutputs } from './outputs.ts';
import { readReport } from './read-report.ts';

const FILE = 'conformance.json';

/**
 * Writes every file that is made from a run anew, however old the run is.
 * @param given a `conformance.json`, or its directory
 * @param directory where to; beside the report by default
 * @returns the paths written
 * @throws {Error} with what to do, where the report cannot be read or the files not be written
 */
export function rerender(given: string, directory?: string): string[] {
  const path = resolve(given);
  const report = readReport(path);
  const out = targetOf(path, directory);
  try {
    writeOutputs(report, out);
  } catch (error) {
    throw new Error(`${given} is damaged, or ${out} cannot be written: ${(error as Error).message}`);
  }
  return Object.keys(OUTPUTS).map((name) => join(out, name));
}

/** Where the files go: a report under another name may lie beside one that is not to be lost. */
function targetOf(path: string, directory: string | undefined): string {
  if (directory !== undefined) return resolve(directory);
  if (!path.endsWith('.json')) return path;
  if (basename(path) !== FILE) {
    throw new Error(`${basename(path)} is not called ${FILE}: name a directory for its files with --out.`);
  }
  return dirname(path);
}
