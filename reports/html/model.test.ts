import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleReport } from '../testing/sample-reports.ts';
import { modelOf } from './model.ts';

test('A clean run has no findings', () => {
  assert.deepEqual(modelOf(sampleReport()).findings, []);
});

test('Failures come before warnings, each with its differences and the tests that met them', () => {
  const { findings } = modelOf(sampleReport({ broken: ['REF-04', 'BODY-04', 'BODY-01'] }));
  assert.deepEqual(
    findings.map(({ requirement }) => [requirement.id, requirement.verdict]),
    [
      ['BODY-01', 'fail'],
      ['BODY-04', 'fail'],
      ['REF-04', 'warn'],
    ],
  );
  const [first] = findings[0]?.differences ?? [];
  assert.equal(first?.received, '200');
  assert.equal(first?.evidence.length, 1);
});

test('What differs in times and ids alone is told once', () => {
  const report = sampleReport({ broken: ['MEMB-24'] });
  const [test] = report.tests.filter(({ outcomes }) => outcomes.some(({ kind }) => kind === 'broken'));
  const [first] = test?.outcomes.filter(({ kind }) => kind === 'broken') ?? [];
  assert.ok(test && first);
  Object.assign(first, { expected: 'later than "2026-01-31T09:05:03.000Z"', received: 'null' });
  test.outcomes.push(
    { ...first },
    { ...first, expected: 'later than "2026-01-31T10:00:00"' },
    { ...first, received: '7' },
  );
  const [{ differences = [] } = {}] = modelOf(report).findings;
  assert.deepEqual(
    differences.map(({ received, alike, evidence }) => [received, alike, evidence.length]),
    [
      ['null', 1, 3],
      ['7', 0, 1],
    ],
  );
});

test('Requirements that the very same answers break are one finding', () => {
  const report = sampleReport({ broken: ['BODY-01', 'BODY-02'] });
  const test = report.tests.find(({ requirements }) => requirements.includes('BODY-02'));
  for (const outcome of test?.outcomes ?? [])
    outcome.exchange = `sample-${report.tests.findIndex(({ requirements }) => requirements.includes('BODY-01'))}`;
  const { findings } = modelOf(report);
  assert.equal(findings.length, 1);
  assert.deepEqual(
    findings[0]?.also.map(({ id }) => id),
    ['BODY-02'],
  );
});

test('A target that gave out is one finding, not one for every requirement', () => {
  const { findings } = modelOf(
    sampleReport({ unusable: true, problems: ['https://cbr.example.com does not answer.'] }),
  );
  assert.equal(findings.length, 1);
  assert.equal(findings[0]?.requirement.verdict, 'error');
});
