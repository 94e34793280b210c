import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compareReports } from './compare.ts';
import { sampleReport } from './html/sample-reports.ts';
import { writeOutputs } from './outputs.ts';

const directory = mkdtempSync(join(tmpdir(), 'compare-'));
after(() => rmSync(directory, { recursive: true, force: true }));

for (const [name, broken] of [
  ['north', []],
  ['south', ['BODY-04']],
] as const) {
  writeOutputs(sampleReport({ broken, endpoint: `https://cbr.${name}.example.com` }), join(directory, name));
}

test('Targets are named after their directories and lead to their own pages', () => {
  const given = [join(directory, 'north'), join(directory, 'south', 'conformance.json')];
  const { path, compared } = compareReports(given, directory);
  assert.deepEqual(
    compared.map(({ name, report }) => [name, report.verdict]),
    [
      ['north', 'conformant'],
      ['south', 'non-conformant'],
    ],
  );
  assert.equal(path, join(directory, 'comparison.html'));
  assert.match(readFileSync(path, 'utf8'), /href="south\/conformance\.html#BODY-04"/);
});

test('Names can be given, and must differ', () => {
  const north = join(directory, 'north');
  assert.throws(() => compareReports([north, north], directory), /Two targets are called north: give names/);
  assert.equal(compareReports([`first=${north}`, `second=${north}`], directory).compared.length, 2);
});

test('What is no report is told with what to do', () => {
  mkdirSync(join(directory, 'other'), { recursive: true });
  const other = join(directory, 'other', 'conformance.json');
  const refuses = (path: string, message: RegExp) =>
    assert.throws(() => compareReports([join(directory, 'north'), path], directory), message);
  writeFileSync(other, '{"requirements":[],"tests":[],"counts":{},"schemaVersion":99}');
  refuses(other, /schemaVersion 99/);
  writeFileSync(other, '[]');
  refuses(other, /is no report of a run/);
  refuses(join(directory, 'none.json'), /there is no such file/);
});
