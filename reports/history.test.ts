import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Verdict } from '../schemas/results.ts';
import { appendHistory, type HistoryLine, historyLine, trendOf } from './history.ts';
import { sampleReport } from './testing/sample-reports.ts';

const directory = mkdtempSync(join(tmpdir(), 'history-'));
after(() => rmSync(directory, { recursive: true }));
const file = (name: string) => join(directory, name);

const LINE = historyLine(sampleReport());

/** A night's run, of which only this requirement's verdict matters. */
function night(day: number, verdict: Verdict, change: Partial<HistoryLine> = {}): HistoryLine {
  return {
    ...LINE,
    startedAt: `2026-01-${String(day).padStart(2, '0')}T02:00:00.000Z`,
    requirements: { 'BODY-04': verdict },
    ...change,
  };
}
const standing = (...verdicts: Verdict[]) => {
  const lines = verdicts.map((verdict, index) => night(index + 1, verdict));
  const { since, ...rest } = trendOf(lines, lines.at(-1) as HistoryLine).requirements['BODY-04'] ?? {};
  return { ...rest, since: Number(since?.slice(8, 10)) };
};

test('A run is a line, with what was tested and every verdict, and nothing else of the report', () => {
  const report = sampleReport({ broken: ['BODY-04'] });
  const path = file('line.jsonl');
  appendHistory(path, historyLine(report, 'build 4711'));
  const lines = readFileSync(path, 'utf8').split('\n');
  assert.equal(lines.length, 2);
  const line = JSON.parse(lines[0] ?? '') as HistoryLine;
  assert.equal(line.version, 'build 4711');
  assert.equal(line.verdict, 'non-conformant');
  assert.equal(line.requirements['BODY-04'], 'fail');
  assert.deepEqual(Object.keys(line.requirements).length, report.requirements.length);
  assert.deepEqual(Object.keys(line.target).sort(), ['endpoint', 'kind']);
});

test('Only the last 400 runs are read, and the report tells the last 30', () => {
  const path = file('bounded.jsonl');
  const lines = Array.from({ length: 450 }, () => `${JSON.stringify(night(1, 'pass'))}\n`);
  writeFileSync(path, lines.join(''));
  const read = appendHistory(path, night(2, 'fail'));
  assert.equal(read.length, 400);
  assert.equal(read.at(-1)?.requirements['BODY-04'], 'fail');
  assert.equal(trendOf(read, night(2, 'fail')).runs.length, 30);
});

test('A torn line costs that line alone', () => {
  const path = file('torn.jsonl');
  writeFileSync(path, `${JSON.stringify(night(1, 'pass'))}\n{"startedAt":"20\n[]\nnull\n`);
  assert.equal(appendHistory(path, night(2, 'pass')).length, 2);
  appendFileSync(path, '{"startedAt":"20');
  appendHistory(path, night(3, 'pass'));
  assert.equal(appendHistory(path, night(4, 'pass')).length, 4);
});

test('A requirement stands as it stands since the first run that said the same', () => {
  assert.deepEqual(standing('pass'), { since: 1, runs: 1, flips: 0 });
  assert.deepEqual(standing('pass', 'pass', 'fail', 'fail'), { since: 3, runs: 2, flips: 1 });
  assert.deepEqual(standing('pass', 'fail', 'pass', 'fail'), { since: 4, runs: 1, flips: 3 });
});

test('A night in which it could not be found out is no flip', () => {
  assert.deepEqual(standing('pass', 'error', 'untested', 'pass'), { since: 1, runs: 2, flips: 0 });
  assert.deepEqual(standing('pass', 'error', 'fail'), { since: 3, runs: 1, flips: 1 });
  assert.deepEqual(standing('pass', 'untested', 'untested'), { since: 2, runs: 2, flips: 0 });
});

test('Runs against another target play no part, and the mock is one target whatever its port', () => {
  const other = night(1, 'fail', { target: { kind: 'live', endpoint: 'https://cbr.other.example.com' } });
  const trend = trendOf([other, night(2, 'pass')], night(2, 'pass'));
  assert.equal(trend.runs.length, 1);
  const mock = (port: number) =>
    night(port, 'pass', { target: { kind: 'mock', endpoint: `http://127.0.0.1:${port}` } });
  assert.equal(trendOf([mock(1), mock(2)], mock(2)).runs.length, 2);
});
