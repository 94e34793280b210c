/** `npm run compare a/conformance.json b/conformance.json …`: lays the results of several targets side by side. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Compared, renderComparison } from './html/comparison.ts';
import { moment } from './html/markup.ts';
import { readReport } from './read-report.ts';

const USAGE = `Usage: npm run compare -- <a/conformance.json> <b/conformance.json> … [--out <directory>]

Writes comparison.html. A target is called after the directory of its file; name=path gives another name.
Without --out, the page goes into CBR_REPORTS_DIR or reports/latest.
`;

/** `name=path`, or a path whose directory is the name. */
function nameAndPath(argument: string): { name: string; path: string } {
  const [, name, given] = /^([^=/\\]+)=(.+)$/.exec(argument) ?? [];
  const path = resolve(given ?? argument);
  const file = path.endsWith('.json') ? path : join(path, 'conformance.json');
  return { name: name ?? basename(dirname(file)), path: file };
}

function compare(args: readonly string[], out: string): string {
  const compared = args.map((argument): Compared => {
    const { name, path } = nameAndPath(argument);
    const page = join(dirname(path), 'conformance.html');
    return {
      name,
      report: readReport(path),
      ...(existsSync(page) ? { page: encodeURI(relative(out, page)) } : {}),
    };
  });
  const twice = compared.find(
    ({ name }, index) => compared.findIndex((other) => other.name === name) !== index,
  );
  if (twice) throw new Error(`Two targets are called ${twice.name}: give names, such as first=${args[0]}.`);
  mkdirSync(out, { recursive: true });
  const path = join(out, 'comparison.html');
  writeFileSync(path, renderComparison(compared));
  const lines = compared.map(
    ({ name, report }) =>
      `${name}: ${report.verdict}, ${moment(report.startedAt)}, ${report.target.endpoint}`,
  );
  return `${lines.join('\n')}\n${relative(process.cwd(), path)}\n`;
}

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  if (positionals.length < 2) throw new Error(`Two reports at least are to be compared.\n\n${USAGE}`);
  const root = join(import.meta.dirname, '..');
  const out = values.out ?? resolve(root, process.env.CBR_REPORTS_DIR || 'reports/latest');
  process.stdout.write(compare(positionals, resolve(out)));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
