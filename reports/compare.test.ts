import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sampleReport } from './html/sample-reports.ts';
import { writeOutputs } from './outputs.ts';

const directory = mkdtempSync(join(tmpdir(), 'compare-'));
after(() => rmSync(directory, { recursive: true, force: true }));

function compare(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'reports/compare.ts', ...args, '--out', directory],
    { cwd: join(import.meta.dirname, '..'), encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

for (const [name, broken] of [
  ['north', []],
  ['south', ['BODY-04']],
] as const) {
  writeOutputs(sampleReport({ broken, endpoint: `https://cbr.${name}.example.com` }), join(directory, name));
}

test('Targets are named after their directories and lead to their own pages', () => {
  const { status, output } = compare(join(directory, 'north'), join(directory, 'south', 'conformance.json'));
  assert.equal(status, 0, output);
  assert.match(output, /north: conformant.*\nsouth: non-conformant/);
  const page = readFileSync(join(directory, 'comparison.html'), 'utf8');
  assert.match(page, /href="south\/conformance\.html#BODY-04"/);
});

test('Names can be given, and must differ', () => {
  const north = join(directory, 'north');
  const twice = compare(north, north);
  assert.equal(twice.status, 2);
  assert.match(twice.output, /Two targets are called north: give names/);
  assert.equal(compare(`first=${north}`, `second=${north}`).status, 0);
});

test('What is no report is told with what to do', () => {
  mkdirSync(join(directory, 'other'), { recursive: true });
  const other = join(directory, 'other', 'conformance.json');
  writeFileSync(other, '{"requirements":[],"tests":[],"counts":{},"schemaVersion":99}');
  assert.match(compare(join(directory, 'north'), other).output, /schemaVersion 99/);
  writeFileSync(other, '[]');
  assert.match(compare(join(directory, 'north'), other).output, /is no report of a run/);
  assert.match(
    compare(join(directory, 'north'), join(directory, 'none.json')).output,
    /there is no such file/,
  );
  const alone = compare(join(directory, 'north'));
  assert.equal(alone.status, 2);
  assert.match(alone.output, /Two reports at least/);
});
