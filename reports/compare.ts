/** `npm run compare a/conformance.json b/conformance.json …`: lays the results of several targets side by side. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Compared, renderComparison } from './html/comparison.ts';
import { moment } from './html/markup.ts';
import { readReport } from './read-report.ts';

const USAGE = `Usage: npm run compare -- <a/conformance.json> <b/conformance.json> … [--out <directory>]

Writes comparison.html. A target is called after the directory of its file; name=path gives another name.
One that is named and left no report, or a damaged one, is a column that says so.
Without --out, the page goes into CBR_REPORTS_DIR or reports/comparison.
`;

class UsageError extends Error {}

/** `name=path`, or a path whose directory is the name. */
function nameAndPath(argument: string): { name: string; path: string } {
  const [, name, given] = /^([^=/\\]+)=(.+)$/.exec(argument) ?? [];
  const path = resolve(given ?? argument);
  const file = path.endsWith('.json') ? path : join(path, 'conformance.json');
  return { name: name ?? basename(dirname(file)), path: file };
}

function read(argument: string, out: string): Compared {
  const { name, path } = nameAndPath(argument);
  const page = join(dirname(path), 'conformance.html');
  const shown = existsSync(page) ? { page: encodeURI(relative(out, page)) } : {};
  try {
    return { name, report: readReport(path), ...shown };
  } catch (error) {
    const missing = existsSync(path)
      ? (error as Error).message
      : `There is no ${shownPath(path)}: its run left no report. Look at its job.`;
    return { name, missing, ...shown };
  }
}

const shownPath = (path: string) => relative(process.cwd(), path) || path;

/** Writes the page whatever is missing, so that nothing that exists goes unpublished. */
function compare(args: readonly string[], out: string): { text: string; code: number } {
  const names = args.map((argument) => nameAndPath(argument).name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new UsageError(`Two targets are called ${twice}: give names, such as first=${args[0]}.`);
  const compared = args.map((argument) => read(argument, out));
  mkdirSync(out, { recursive: true });
  const path = join(out, 'comparison.html');
  writeFileSync(path, renderComparison(compared));
  const lines = compared.map(({ name, report, missing }) =>
    report
      ? `${name}: ${report.verdict}, ${moment(report.startedAt)}, ${report.target.endpoint}`
      : `${name}: ${missing}`,
  );
  const some = compared.some(({ report }) => report !== undefined);
  return { text: `${lines.join('\n')}\n${shownPath(path)}\n`, code: some ? 0 : 2 };
}

try {
  const { values, positionals } = readArguments();
  if (values.help) process.stdout.write(USAGE);
  else {
    if (positionals.length === 0) throw new UsageError(`Name the reports.\n\n${USAGE}`);
    const root = join(import.meta.dirname, '..');
    const out = values.out ?? resolve(root, process.env.CBR_REPORTS_DIR?.trim() || 'reports/comparison');
    const { text, code } = compare(positionals, resolve(out));
    process.stdout.write(text);
    process.exitCode = code;
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}

function readArguments() {
  const options = { out: { type: 'string' }, help: { type: 'boolean' } } as const;
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}
