import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { REQUIREMENT_IDS } from '../schemas/requirements.ts';
import type { Outcome } from '../schemas/results.ts';
import { consoleSummary } from './console-summary.ts';
import { appendJobSummary } from './job-summary.ts';
import { sampleReport } from './testing/sample-reports.ts';

test('Each failed requirement is one line, and the last one is where the report is', () => {
  const text = consoleSummary(sampleReport({ broken: ['BODY-04'] }), 'reports/latest');
  assert.match(text, /^\n {2}✗ NOT CONFORMANT {2}live https:\/\/cbr\.example\.com \(build 4711\)\n/);
  assert.match(
    text,
    /^ {2}✗ fail BODY-04 Accepting without vault_id is refused\. Got: status code 200, expected: 4xx \(the member .+\)$/m,
  );
  assert.match(text, / {2}Report: reports\/latest\/conformance\.html\n\n$/);
});

test('What the end of the run found, and no test, is told as that', () => {
  const message = 'Requests of one kind fail at their first try.';
  const late: Outcome[] = [{ requirement: 'STAT-01', kind: 'broken', message, received: 'status 503' }];
  const text = consoleSummary(sampleReport({ late }), '.');
  assert.match(text, /fail STAT-01 .* Requests of one kind fail at their first try\. Got: status 503/);
});

test('A pass of the mock is told as what it is', () => {
  assert.match(consoleSummary(sampleReport({ target: 'mock' }), '.'), /nothing is known about a server/);
  assert.doesNotMatch(consoleSummary(sampleReport(), '.'), /mock/);
});

test('Tests that could not judge are not counted as if they had', () => {
  const report = sampleReport();
  for (const { outcomes } of report.tests.slice(0, 3)) for (const one of outcomes) one.kind = 'untested';
  const all = report.tests.length;
  const text = consoleSummary(report, '.');
  assert.ok(text.includes(`${all - 3} of ${all} tests judged the target, 3 could not; `), text);
});

test('With everything broken it still fits on a screen or two', () => {
  const broken = REQUIREMENT_IDS.filter((id) => !id.startsWith('OBS'));
  const problems = Array.from({ length: 500 }, (_, index) => `problem ${index}`);
  const lines = consoleSummary(sampleReport({ broken, problems }), '.').split('\n');
  assert.ok(lines.length < 70, `${lines.length} lines`);
  assert.ok(lines.some((line) => /and \d+ more: see the report/.test(line)));
});

test('A target that could not be judged is its problem, not a line for each requirement', () => {
  const problems = ['It does not answer: check CBR_ENDPOINT.', 'The ledger names two shares.'];
  const text = consoleSummary(sampleReport({ unusable: true, problems }), '.');
  assert.match(text, /\? NOT JUDGED/);
  assert.equal(text.split('It does not answer: check CBR_ENDPOINT.').length, 2);
  assert.match(text, /^ {2}! The ledger names two shares\.$/m);
  assert.doesNotMatch(text, /error BODY-04/);
});

test('What a server says neither moves the cursor nor gives a pipeline a command', () => {
  const serverText = '\u001b[2J\n::add-mask::a\r\n##[group]b\u202e';
  const text = consoleSummary(sampleReport({ broken: ['BODY-04'], serverText, problems: [serverText] }), '.');
  assert.doesNotMatch(text, /[\u001b\r\u202e]|^\s*::|##\[/m);
});

test('New and fixed deviations are named', () => {
  const baseline = sampleReport({ broken: ['BODY-01'] });
  const text = consoleSummary(sampleReport({ broken: ['BODY-04'], baseline }), '.');
  assert.match(text, /Against the baseline: 1 new \(BODY-04\), 1 fixed \(BODY-01\)$/m);
});

test('Colour is added only where it is wanted', () => {
  const report = sampleReport({ broken: ['BODY-04'] });
  assert.doesNotMatch(consoleSummary(report, '.'), /\u001b/);
  assert.match(consoleSummary(report, '.', true), /\u001b\[1;31m✗ fail BODY-04\u001b\[22;39m/);
});

test('The job summary is added to what is there, as long as the platform takes it', () => {
  const directory = mkdtempSync(join(tmpdir(), 'summary-'));
  const path = join(directory, 'summary');
  appendJobSummary('nobody asked', undefined);
  appendJobSummary('one', path);
  appendJobSummary('two', path);
  assert.equal(readFileSync(path, 'utf8'), 'one\ntwo\n');
  writeFileSync(path, 'x'.repeat(1024 * 1024));
  appendJobSummary('three', path);
  assert.equal(readFileSync(path).length, 1024 * 1024);
  rmSync(directory, { recursive: true });
});
