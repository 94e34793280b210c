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
 * Writes `comparison.html` into a directory, which is made if need be.
 * @param given reports, each a path or `name=path`; a path may be that of a report's directory
 * @returns the page's path, and what stands on it
 * @throws {Error} where a report cannot be read, or two targets have one name
 */
export function compareReports(
  given: readonly string[],
  directory: string,
): { path: string; compared: Compared[] } {
  const compared = given.map((argument): Compared => {
    const { name, path } = nameAndPath(argument);
    const page = join(dirname(path), 'conformance.html');
    return {
      name,
      report: readReport(path),
      ...(existsSync(page) ? { page: encodeURI(relative(directory, page)) } : {}),
    };
  });
  const twice = compared.find(
    ({ name }, index) => compared.findIndex((other) => other.name === name) !== index,
  );
  if (twice) throw new Error(`Two targets are called ${twice.name}: give names, such as first=${given[0]}.`);
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'comparison.html');
  writeFileSync(path, renderComparison(compared));
  return { path, compared };
}
