import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestResult } from './results.ts';
import { SILENCE, silenceOf, testOutcomesOf, verdictOf } from './verdict.ts';

type Told = Pick<TestResult, 'id' | 'requirements' | 'status' | 'reason' | 'outcomes'>;

const ran = (requirements: string[]): Told => ({
  id: 'ran',
  requirements,
  status: 'passed',
  reason: '',
  outcomes: [],
});
const neverRan = (requirements: string[]): Told => ({
  ...ran(requirements),
  id: 'never ran',
  status: 'not-run',
  reason: 'the run was interrupted before this test',
});

function reasonOf(planned: Told[], leftOut = true): string | undefined {
  const findings = testOutcomesOf('BODY-04', planned);
  const { verdict, reason } = verdictOf('BODY-04', findings, {
    strict: false,
    silence: silenceOf('BODY-04', planned, leftOut),
  });
  assert.equal(verdict, 'untested');
  return reason;
}

test('What no test said anything about is untested, for the reason that is true of it', () => {
  assert.equal(reasonOf([ran(['BODY-05'])]), SILENCE.notSelected, 'left out by --grep');
  assert.equal(reasonOf([neverRan(['BODY-05'])]), SILENCE.notSelected, 'left out of a run that was cut off');
  assert.equal(
    reasonOf([ran(['BODY-05']), neverRan(['BODY-04'])]),
    'the run was interrupted before this test',
    'cut off before its test',
  );
  assert.equal(reasonOf([ran(['BODY-04'])]), SILENCE.notJudged, 'its test said nothing');
});

test('Where no test was left out and none could show it, that is said', () => {
  assert.equal(reasonOf([ran(['BODY-05'])], false), SILENCE.notSeen);
  assert.equal(verdictOf('BODY-04', [], { strict: false }).reason, SILENCE.notSeen);
});
