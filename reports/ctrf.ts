import type { CTRFReport, Test, TestStatus } from 'ctrf';
import type { ConformanceReport, Outcome, TestResult } from '../schemas/results.ts';
import { oneLine, sentenceOf } from './plain.ts';

/**
 * Playwright's CTRF reporter drops tests that never ran, knows none of the verdicts and cannot render an old
 * run, hence this one; CTRF's own schema tests it.
 */
export function renderCtrf(report: ConformanceReport): string {
  return `${JSON.stringify(toCtrf(report), null, 2)}\n`;
}

/** What the suite could not find out is no failure of the server, and what never ran no skip. */
const STATUSES: Readonly<Record<TestResult['status'], TestStatus>> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  error: 'other',
  'not-run': 'pending',
};

function toCtrf(report: ConformanceReport): CTRFReport {
  const { suite, counts, target, completeness } = report;
  const start = Date.parse(report.startedAt);
  const stop = start + report.durationMs;
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: new Date(stop).toISOString(),
    generatedBy: `${suite.name} ${suite.version}`,
    results: {
      tool: { name: suite.name, version: suite.version },
      summary: {
        tests: report.tests.length,
        passed: counts.tests.passed,
        failed: counts.tests.failed,
        skipped: counts.tests.skipped,
        pending: counts.tests['not-run'],
        other: counts.tests.error,
        start,
        stop,
        duration: report.durationMs,
        extra: { verdict: report.verdict, requirements: counts.requirements, completeness },
      },
      tests: report.tests.map(toTest),
      environment: {
        reportName: suite.contract,
        appName: target.endpoint,
        testEnvironment: target.kind,
        healthy: report.verdict === 'conformant',
        extra: { summary: report.summary, problems: report.problems },
      },
      extra: {
        requirements: report.requirements.map(({ id, level, verdict, reason, statement }) => ({
          id,
          level,
          verdict,
          statement,
          ...(reason === undefined ? {} : { reason }),
        })),
      },
    },
  };
}

function toTest({
  id,
  title,
  location,
  requirements,
  status,
  reason,
  durationMs,
  outcomes,
}: TestResult): Test {
  const [file = '', line] = location.split(':');
  const [first, ...others] = requirements;
  const suite = id.split(' › ').slice(0, -1);
  const message = outcomes.filter(({ kind }) => kind === 'broken' || kind === 'error').map(sentence);
  const told =
    message.length > 0 ? message : [reason || outcomes.find(({ kind }) => kind === 'untested')?.message];
  const text = status === 'passed' && message.length === 0 ? '' : told.filter(Boolean).join('\n');
  return {
    testId: id,
    name: title,
    status: STATUSES[status],
    rawStatus: status,
    duration: Math.round(durationMs),
    filePath: file,
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(suite.length > 0 ? { suite } : {}),
    ...(text === '' ? {} : { message: text }),
    ...(first === undefined ? {} : { labels: { requirements: [first, ...others] } }),
  };
}

function sentence(outcome: Outcome): string {
  return oneLine(`${outcome.requirement}: ${sentenceOf(outcome)}`, 1000);
}
