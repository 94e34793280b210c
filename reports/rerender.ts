/** `npm run report -- <conformance.json>`: writes every file that is made from a run anew, however old the run is. */
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { OUTPUTS, writeOutputs } from './outputs.ts';
import { readReport } from './read-report.ts';

const FILE = 'conformance.json';
const USAGE = `Usage: npm run report -- <conformance.json, or its directory> [--out <directory>]

Writes ${Object.keys(OUTPUTS).join(', ')} beside it, or into the directory given.`;

/** Where the files go: a report under another name may lie beside one that is not to be lost. */
function targetOf(path: string, out: string | undefined): string {
  if (out !== undefined) return resolve(out);
  if (!path.endsWith('.json')) return path;
  if (basename(path) !== FILE) {
    throw new Error(`${basename(path)} is not called ${FILE}: name a directory for its files with --out.`);
  }
  return dirname(path);
}

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new Error(USAGE);
  const report = readReport(resolve(given));
  const out = targetOf(resolve(given), values.out);
  try {
    writeOutputs(report, out);
  } catch (error) {
    throw new Error(`${given} is damaged, or ${out} cannot be written: ${(error as Error).message}`);
  }
  const written = Object.keys(OUTPUTS).map((name) => relative(process.cwd(), join(out, name)));
  process.stdout.write(`${written.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
