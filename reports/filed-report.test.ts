import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConformanceReport } from '../schemas/results.ts';
import { filedReport, reportOf } from './filed-report.ts';
import { sampleReport } from './testing/sample-reports.ts';

const report = sampleReport({ broken: ['BODY-04'] });

/** The sample's exchanges, and as many more as it takes to be a very large run. */
function large(): ConformanceReport {
  const [exchange] = Object.values(report.exchanges);
  assert.ok(exchange);
  const more = Array.from({ length: 3000 }, (_, number) => ({ ...exchange, id: `more-${number}` }));
  return {
    ...report,
    exchanges: { ...report.exchanges, ...Object.fromEntries(more.map((one) => [one.id, one])) },
  };
}

test('A report comes out of its file as it went in', () => {
  assert.deepEqual(reportOf(filedReport(report)), report);
});

test('A requirement names its tests by their place, and a test what held in it by exchange', () => {
  const { requirements, tests } = filedReport(report);
  for (const { id, tests: places } of requirements)
    for (const place of places) {
      const { held, outcomes } = tests[place] ?? { held: [], outcomes: [] };
      const told = [
        ...held.flatMap(({ requirements: ids }) => ids),
        ...outcomes.map(({ requirement }) => requirement),
      ];
      assert.ok(told.includes(id), id);
    }
  assert.ok(tests.every(({ outcomes }) => outcomes.every(({ kind }) => kind !== 'held')));
});

test('A file of the first version is read as it is', () => {
  const earlier = { schemaVersion: 1 as const, ...report };
  assert.deepEqual(reportOf(earlier).tests, report.tests);
});

test('Of a very large run, what a finding refers to keeps its command', () => {
  const { exchanges, tests } = filedReport(large());
  const [finding] = tests.filter(({ outcomes }) => outcomes.some(({ kind }) => kind === 'broken'));
  assert.ok(finding && finding.exchanges.length > 0);
  for (const id of finding.exchanges) assert.match(exchanges[id]?.curl ?? '', /^curl /);
  assert.equal(exchanges['more-1']?.curl, undefined);
  assert.equal(reportOf(filedReport(large())).exchanges['more-1']?.curl, '');
});
