import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Compared, renderComparison } from './html/comparison.ts';
import { readReport } from './read-report.ts';

/** `name=path`, or a path whose directory is the name. */
function nameAndPath(argument: string): { name: string; path: string } {
  const [, name, given] = /^([^=/\\]+)=(.+)$/.exec(argument) ?? [];
  const path = resolve(given ?? argument);
  const file = path.endsWith('.json') ? path : join(path, 'conformance.json');
  return { name: name ?? basename(dirname(file)), path: file };
}

/**
 * Writes `comparison.html` into a directory, which is made if need be. A report that is missing or damaged is a
 * column that says so, so that nothing that exists goes unpublished.
 * @param given reports, each a path or `name=path`; a path may be that of a report's directory
 * @returns the page's path, and what stands on it
 * @throws {Error} where two targets have one name, or the page cannot be written
 */
export function compareReports(
  given: readonly string[],
  directory: string,
): { path: string; compared: Compared[] } {
  const names = given.map((argument) => nameAndPath(argument).name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new Error(`Two targets are called ${twice}: give names, such as first=${given[0]}.`);
  const compared = given.map((argument) => read(argument, directory));
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'comparison.html');
  writeFileSync(path, renderComparison(compared));
  return { path, compared };
}

function read(argument: string, directory: string): Compared {
  const { name, path } = nameAndPath(argument);
  const page = join(dirname(path), 'conformance.html');
  const shown = existsSync(page) ? { page: encodeURI(relative(directory, page)) } : {};
  try {
    return { name, report: readReport(path), ...shown };
  } catch (error) {
    const missing = existsSync(path)
      ? (error as Error).message
      : `There is no ${relative(process.cwd(), path)}: its run left no report. Look at its job.`;
    return { name, missing, ...shown };
  }
}
