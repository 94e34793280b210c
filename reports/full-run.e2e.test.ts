import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { REQUIREMENT_IDS } from '../schemas/requirements.ts';
import { OUTPUTS } from './outputs.ts';
import { readReport } from './read-report.ts';
import { deadLinks, htmlProblems } from './testing/page-checks.ts';

const PLAYWRIGHT = join(dirname(createRequire(import.meta.url).resolve('@playwright/test')), 'cli.js');
const directory = mkdtempSync(join(tmpdir(), 'full-run-'));
after(() => rmSync(directory, { recursive: true, force: true }));

const { PATH, HOME } = process.env;
const run = spawnSync(process.execPath, [PLAYWRIGHT, 'test'], {
  cwd: join(import.meta.dirname, '..'),
  env: { PATH, HOME, CBR_TARGET: 'mock', CBR_REPORTS_DIR: directory, CBR_OWNER_PASWORD: 'Kanarie-4711' },
  encoding: 'utf8',
});

test('On the mock every requirement is tested, and none fails, warns or errs', () => {
  assert.equal(run.status, 0, run.stdout + run.stderr);
  const report = readReport(directory);
  assert.equal(report.verdict, 'conformant');
  assert.deepEqual(
    report.requirements.map(({ id }) => id),
    REQUIREMENT_IDS,
  );
  assert.deepEqual(
    report.requirements.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'observed'),
    [],
  );
  assert.deepEqual([report.problems, report.completeness.planned], [[], report.completeness.executed]);
});

test('A misspelt variable is a note in a run on the mock, and its value is written nowhere', () => {
  const notes = run.stdout.split('\n').filter((line) => line.startsWith('Note: '));
  assert.equal(notes.length, 1, run.stdout);
  assert.match(notes[0] ?? '', /^Note: CBR_OWNER_PASWORD is no variable .* CBR_OWNER_PASSWORD\?/);
  const written = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'));
  assert.ok(written.length > 0);
  for (const text of [run.stdout, run.stderr, ...written]) assert.doesNotMatch(text, /Kanarie/);
});

test('Every file is written, and the page of the run is valid and small enough to be mailed', async () => {
  const files = readdirSync(directory);
  for (const name of [...Object.keys(OUTPUTS), 'junit.xml', 'playwright'])
    assert.ok(files.includes(name), name);
  assert.ok(statSync(join(directory, 'conformance.html')).size < 2_000_000);
  const page = readFileSync(join(directory, 'conformance.html'), 'utf8');
  assert.deepEqual(await htmlProblems(page), []);
});

test('Every piece of evidence that the page links to is in the page', () => {
  const page = readFileSync(join(directory, 'conformance.html'), 'utf8');
  assert.deepEqual(deadLinks(page), []);
});

test('Nothing but tokens is masked as one: bodies are shown as they were sent', () => {
  const masked = Object.values(readReport(directory).exchanges).filter(({ title, request, response }) =>
    [title, request.body?.text, response?.body.text].some((text) => text?.includes('$ALTERED_TOKEN')),
  );
  assert.deepEqual(
    masked.map(({ title }) => title),
    [],
  );
});
