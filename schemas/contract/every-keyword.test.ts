import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TABLE_FILES } from '../tables.ts';
import { mutationReport } from './mutants.ts';

const report = mutationReport();

test('every change of one keyword is noticed: what nobody notices is a keyword too many', () => {
  assert.deepEqual(
    report
      .filter(({ noticed }) => noticed === 'nothing')
      .map(({ keyword, change }) => `${keyword} ${change}`),
    [],
  );
});

test('a change that makes no contract is told with file, pointer and remedy', () => {
  for (const { noticed, reason = '' } of report)
    if (noticed === 'refused') assert.match(reason, /^schemas\/[\w/.-]+\.json#\/?\S*: .+\. .+\.$/);
});

test('every file of the contract is walked, and most changes show in verdicts', () => {
  for (const file of [...Object.values(TABLE_FILES), 'schemas/openapi.json'])
    assert.ok(
      report.some(({ keyword }) => keyword.startsWith(`${file}#`)),
      file,
    );
  assert.ok(report.filter(({ noticed }) => noticed === 'verdicts').length > 200);
  assert.ok(report.some(({ noticed }) => noticed === 'operation'));
});
