import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestResult } from '../../schemas/results.ts';
import { LAST_LOOK } from '../../schemas/verdict.ts';
import { rerunCommand } from './grep.ts';
import type { Evidence } from './model.ts';

const shownBy = (...tests: [id: string, ...requirements: string[]][]): Evidence[] =>
  tests.map(([id, ...requirements]) => ({
    test: { id, requirements } as unknown as TestResult,
    outcome: { requirement: 'STAT-07', kind: 'broken', message: '' },
  }));
const commandFor = (evidence: Evidence[]) => rerunCommand({ id: 'STAT-07' }, evidence);

test('A test runs again that has shown the finding, whatever it is about', () => {
  assert.match(commandFor(shownBy(['a', 'STAT-07'], ['b', 'BODY-04'])), /--grep STAT-07$/);
  assert.match(
    commandFor(shownBy(['a', 'BODY-04', 'BODY-05'], ['b', 'PATH-01'])),
    /--grep 'BODY-04\|PATH-01'$/,
  );
  assert.match(commandFor([]), /--grep STAT-07$/);
});

test('What the end of a run found takes the whole run', () => {
  assert.equal(commandFor(shownBy([LAST_LOOK, 'STAT-07'])), 'npm run conformance');
  assert.match(commandFor(shownBy([LAST_LOOK, 'STAT-07'], ['a', 'BODY-04'])), /--grep BODY-04$/);
});
