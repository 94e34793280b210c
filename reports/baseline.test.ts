import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConformanceReport, Verdict } from '../schemas/results.ts';
import { compareWithBaseline } from './baseline.ts';
import { consoleSummary } from './console-summary.ts';
import { renderConformance } from './html/conformance.ts';
import { renderSummary } from './summary-markdown.ts';
import { sampleReport } from './testing/sample-reports.ts';

/** A report whose first requirements have these verdicts, and reasons. */
function withVerdicts(verdicts: Record<string, Verdict>, reasons: Record<string, string> = {}) {
  const report = sampleReport();
  for (const requirement of report.requirements) {
    requirement.verdict = verdicts[requirement.id] ?? requirement.verdict;
    const reason = reasons[requirement.id];
    if (reason !== undefined) requirement.reason = reason;
  }
  return report;
}

function compared(before: ConformanceReport, now: ConformanceReport): ConformanceReport {
  return { ...now, baseline: compareWithBaseline(before, now) };
}

const before = withVerdicts({ 'BODY-01': 'fail', 'BODY-03': 'fail', 'BODY-04': 'fail', 'STAT-01': 'pass' });
const now = withVerdicts({
  'BODY-01': 'untested',
  'BODY-03': 'known',
  'BODY-04': 'pass',
  'STAT-01': 'error',
});

test('A failure that is not tested any more, one that was waived, and lost coverage are told everywhere', () => {
  const report = compared(before, now);
  assert.deepEqual(report.baseline?.fixed, ['BODY-04']);
  assert.deepEqual(
    report.baseline?.changes.map(({ id, from, to, kind }) => [id, from, to, kind]),
    [
      ['BODY-01', 'fail', 'untested', 'lost'],
      ['STAT-01', 'pass', 'error', 'lost'],
      ['BODY-03', 'fail', 'known', 'better'],
      ['BODY-04', 'fail', 'pass', 'fixed'],
    ],
  );
  const words = 'not tested now, was failing: nothing shows that it is fixed';
  assert.ok(renderSummary(report).includes(`**2 lost**: BODY-01 ${words}; STAT-01`));
  assert.ok(renderConformance(report).includes(words));
  assert.match(consoleSummary(report, '.'), /Against the baseline: 2 lost \(BODY-01, STAT-01\), 1 eased/);
});

test('An observation that differs is told, and one that only stands in another order is not', () => {
  const id = before.requirements.find(({ level }) => level === 'observe')?.id ?? '';
  const with_ = (reason: string) => withVerdicts({}, { [id]: reason });
  assert.deepEqual(compareWithBaseline(with_('a · b'), with_('b · a')).changes, []);
  const [change] = compareWithBaseline(with_('it answers 400'), with_('it answers 409')).changes;
  assert.deepEqual([change?.id, change?.kind], [id, 'changed']);
});

test('Another target, another version of the suite and half a run are told', () => {
  const other = sampleReport({ endpoint: 'https://cbr.other.example.com', missing: 4 });
  other.suite = { ...other.suite, version: '9.9.9' };
  const notes = compareWithBaseline(other, now).notes.join('\n');
  assert.match(notes, /tested another target: live https:\/\/cbr\.other\.example\.com/);
  assert.match(notes, /version 9\.9\.9 of the suite/);
  assert.match(notes, /The earlier run was not a whole one/);
  const report = compared(other, now);
  for (const text of [consoleSummary(report, '.'), renderConformance(report)])
    assert.match(text, /tested another target/);
  assert.deepEqual(compareWithBaseline(before, now).notes, []);
});

test('Two runs of the embedded mock have the same target, whatever its port', () => {
  const on = (endpoint: string) => ({ ...sampleReport(), target: { kind: 'mock' as const, endpoint } });
  assert.deepEqual(compareWithBaseline(on('http://127.0.0.1:1'), on('http://127.0.0.1:2')).notes, []);
});
