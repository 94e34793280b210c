import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compareReports } from './compare.ts';
import { writeOutputs } from './outputs.ts';
import { htmlProblems } from './testing/page-checks.ts';
import { sampleReport } from './testing/sample-reports.ts';

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
    compared.map(({ name, report }) => [name, report?.verdict]),
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

/** The page of these targets, and what each left. */
function compare(...names: string[]) {
  const { path, compared } = compareReports(
    names.map((name) => join(directory, name)),
    directory,
  );
  return { page: readFileSync(path, 'utf8'), missing: compared.map(({ missing }) => missing) };
}

test('One report is enough for a page', () => {
  const { page } = compare('north');
  assert.match(page, /1 target side by side/);
  assert.match(page, /There are not two judged targets to compare/);
});

test('A region that left no report, a damaged one and one of another version are columns that say so', async () => {
  const write = (name: string, text: string) => {
    mkdirSync(join(directory, name), { recursive: true });
    writeFileSync(join(directory, name, 'conformance.json'), text);
  };
  write('other', '{"requirements":[],"tests":[],"counts":{},"schemaVersion":99}');
  write('torn', '{"requirem');
  write('list', '[]');
  const names = ['north', 'lost', 'torn', 'list', 'other', 'south'];
  const { page, missing } = compare(...names);
  const told = [
    undefined,
    /lost\/conformance\.json: its run left no report/,
    /cannot be read/,
    /is no report/,
    /schemaVersion 99/,
    undefined,
  ];
  told.forEach((words, index) => {
    if (words) assert.match(missing[index] ?? '', words);
    else assert.equal(missing[index], undefined);
  });
  for (const name of names) assert.match(page, new RegExp(`<th scope="col">(<a [^>]*>)?${name}`));
  assert.match(page, /No report<\/span><br><span class="reason">There is no /);
  assert.match(page, /href="south\/conformance\.html#BODY-04"/);
  assert.deepEqual(await htmlProblems(page), []);
});

test('A region that could not be judged is a column with its reason, and no difference between servers', async () => {
  const dead = sampleReport({ unusable: true, problems: ['It does not answer: check CBR_ENDPOINT.'] });
  writeOutputs(dead, join(directory, 'dead'));
  const { page } = compare('north', 'south', 'dead');
  assert.match(page, /Not judged<\/span><br><span class="reason">[^<]*It does not answer/);
  assert.match(page, /1 requirement of \d+ that were tested in several places differs between them/);
  assert.match(page, /\d+ requirements were tested in some of them only/);
  assert.deepEqual(await htmlProblems(page), []);
});

test('Where no report is left at all, the page says so', () => {
  assert.match(compare('lost', 'gone').page, /No report/);
});
