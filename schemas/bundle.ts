import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);
const SOURCE = new URL('openapi.json', import.meta.url);
const REDOCLY = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));

/**
 * Writes `openapi.json` and all that it refers to as one OpenAPI 3.1 document in JSON.
 *
 * @param file path of the document; missing folders are made
 * @throws Error with Redocly's own output where a reference leads nowhere
 */
export function bundle(file: string): void {
  execFileSync(
    process.execPath,
    [
      REDOCLY,
      'bundle',
      fileURLToPath(SOURCE),
      '--output',
      file,
      '--component-renaming-conflicts-severity',
      'error',
    ],
    { cwd: ROOT, stdio: 'pipe', env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  );
  writeFileSync(file, `${JSON.stringify(selfContained(readJson(file)), null, 2)}\n`);
}

/**
 * Does what Redocly's bundler leaves undone: puts the examples themselves in the place of their
 * addresses, and drops each `$id`, which would make `#/components/…` point into the schema it stands in.
 */
function selfContained(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(selfContained);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$id')
      .map(([key, member]) =>
        key === 'externalValue'
          ? ['value', readJson(new URL(String(member), SOURCE))]
          : [key, selfContained(member)],
      ),
  );
}

function readJson(file: string | URL): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
