import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { REQUIREMENT_ANNOTATION } from '../schemas/run-facts.ts';
import { resultOf } from './test-results.ts';

/** A test whose worker left no record of it. */
function withoutRecord(status: TestResult['status'] | undefined): TestCase {
  const found: Partial<TestCase> = {
    id: 'one',
    title: 'BODY-02 a number is refused',
    location: { file: '/specs/body.spec.ts', line: 3, column: 1 },
    annotations: [{ type: REQUIREMENT_ANNOTATION, description: 'BODY-02 (MUST): A status.' }],
    results: status === undefined ? [] : [{ status, duration: 5 } as TestResult],
    titlePath: () => ['', '', 'body.spec.ts', 'BODY', 'BODY-02 a number is refused'],
  };
  return found as TestCase;
}

const said = (status: TestResult['status'] | undefined, interrupted = false) => {
  const result = resultOf(withoutRecord(status), undefined, { rootDir: '/specs', interrupted });
  return [result.status, result.reason, ...result.outcomes.map((one) => `${one.requirement} ${one.kind}`)];
};

test('A test whose worker ended under it is an error of what it is about, and one that was cut off is not run', () => {
  const cut = 'the test did not run to its end';
  assert.deepEqual(said('failed'), ['error', cut, 'BODY-02 error']);
  assert.deepEqual(said('timedOut'), ['error', cut, 'BODY-02 error']);
  assert.deepEqual(said('interrupted'), ['not-run', cut]);
  assert.deepEqual(said('failed', true), ['not-run', 'the run was interrupted before this test']);
  assert.deepEqual(said(undefined), ['not-run', 'the run ended before this test']);
});
