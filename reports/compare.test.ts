import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { htmlProblems } from './html/page-checks.ts';
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

const page = () => readFileSync(join(directory, 'comparison.html'), 'utf8');

test('One report is enough for a page', () => {
  const { status, output } = compare(join(directory, 'north'));
  assert.equal(status, 0, output);
  assert.match(page(), /1 target side by side/);
  assert.match(page(), /There are not two judged targets to compare/);
});

test('A region that left no report, a damaged one and one of another version are columns that say so', async () => {
  mkdirSync(join(directory, 'other'), { recursive: true });
  mkdirSync(join(directory, 'torn'), { recursive: true });
  writeFileSync(
    join(directory, 'other', 'conformance.json'),
    '{"requirements":[],"tests":[],"counts":{},"schemaVersion":99}',
  );
  writeFileSync(join(directory, 'torn', 'conformance.json'), '{"requirem');
  const names = ['north', 'lost', 'torn', 'other', 'south'];
  const { status, output } = compare(...names.map((name) => join(directory, name)));
  assert.equal(status, 0, output);
  assert.match(output, /lost: There is no .*lost\/conformance\.json: its run left no report/);
  assert.match(output, /schemaVersion 99/);
  const text = page();
  for (const name of names) assert.match(text, new RegExp(`<th scope="col">(<a [^>]*>)?${name}`));
  assert.match(text, /No report<\/span><br><span class="reason">There is no /);
  assert.match(text, /torn.*cannot be read/);
  assert.match(text, /href="south\/conformance\.html#BODY-04"/);
  assert.deepEqual(await htmlProblems(text), []);
});

test('A region that could not be judged is a column with its reason, and no difference between servers', async () => {
  const dead = sampleReport({ unusable: true, problems: ['It does not answer: check CBR_ENDPOINT.'] });
  writeOutputs(dead, join(directory, 'dead'));
  const names = ['north', 'south', 'dead'];
  const { status, output } = compare(...names.map((name) => join(directory, name)));
  assert.equal(status, 0, output);
  const text = page();
  assert.match(text, /Not judged<\/span><br><span class="reason">[^<]*It does not answer/);
  assert.match(text, /1 requirement of \d+ that were tested in several places differs between them/);
  assert.match(text, /\d+ requirements were tested in some of them only/);
  assert.deepEqual(await htmlProblems(text), []);
});

test('Where no report is left at all, the page says so, and the exit code is 2', () => {
  const { status, output } = compare(join(directory, 'lost'), join(directory, 'gone'));
  assert.equal(status, 2, output);
  assert.match(page(), /No report/);
});

test('Mistakes on the command line are told with the usage, and --help is none', () => {
  for (const args of [[], ['--other']]) {
    const { status, output } = compare(...args);
    assert.equal(status, 2);
    assert.match(output, /Usage: npm run compare/);
  }
  const { status, output } = compare('--help');
  assert.equal(status, 0);
  assert.match(output, /^Usage: npm run compare/);
});
