import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Verdict } from '../schemas/results.ts';
import { appendHistory, type HistoryLine, historyLine, readHistory, trendOf } from './history.ts';
import { sampleReport } from './html/sample-reports.ts';

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

test('Only the last 400 runs are kept, and the report tells the last 30', () => {
  const path = file('bounded.jsonl');
  const lines = Array.from({ length: 450 }, () => `${JSON.stringify(night(1, 'pass'))}\n`);
  writeFileSync(path, lines.join(''));
  const kept = appendHistory(path, night(2, 'fail'));
  assert.equal(kept.length, 400);
  assert.equal(readHistory(path).length, 400);
  assert.equal(kept.at(-1)?.requirements['BODY-04'], 'fail');
  assert.equal(trendOf(kept, night(2, 'fail')).runs.length, 30);
});

test('A torn line costs that line alone', () => {
  const path = file('torn.jsonl');
  writeFileSync(path, `${JSON.stringify(night(1, 'pass'))}\n{"startedAt":"20\n[]\nnull\n`);
  assert.equal(appendHistory(path, night(2, 'pass')).length, 2);
});

test('Runs that end at once lose no line, and leave no lock behind', async () => {
  const path = file('at-once.jsonl');
  const script = `
    import { appendHistory } from ${JSON.stringify(join(import.meta.dirname, 'history.ts'))};
    const line = JSON.parse(process.env.LINE);
    for (let count = 0; count < 10; count += 1) appendHistory(${JSON.stringify(path)}, line);`;
  const children = [1, 2, 3].map((day) =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: join(import.meta.dirname, '..'),
      env: { ...process.env, LINE: JSON.stringify(night(day, 'pass')) },
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  );
  await Promise.all(children.map((child) => once(child, 'close')));
  assert.equal(readHistory(path).length, 30);
  assert.deepEqual(
    readdirSync(directory).filter((name) => name.startsWith('at-once')),
    ['at-once.jsonl'],
  );
});

test('The lock of a run that was killed is no lock', () => {
  const path = file('locked.jsonl');
  writeFileSync(`${path}.lock`, '');
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(`${path}.lock`, longAgo, longAgo);
  assert.equal(appendHistory(path, night(1, 'pass')).length, 1);
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
