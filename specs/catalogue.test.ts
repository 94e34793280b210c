import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declaredRequirements, ownRequirements } from '../fixtures/playwright/details.ts';
import { collectSpecs } from '../fixtures/playwright/in-process.ts';
import { DECISION_CELLS } from '../fixtures/requests/decision-table.ts';
import { isRequirementId, REQUIREMENT_IDS, requirement } from '../schemas/requirements.ts';

const tests = await collectSpecs();

test('every requirement has a test', () => {
  const declared = new Set(tests.flatMap(({ details }) => declaredRequirements(details.annotation)));
  assert.deepEqual(
    REQUIREMENT_IDS.filter((id) => !declared.has(id)),
    [],
  );
});

test('every test names a requirement of the catalogue, first of all in its title', () => {
  for (const { titlePath, details } of tests) {
    const own = ownRequirements(details.annotation);
    assert.ok(own.length > 0, titlePath.join(' › '));
    assert.ok(own.every(isRequirementId), titlePath.join(' › '));
    assert.ok(
      own.some((id) => titlePath.at(-1)?.startsWith(`${id} `)),
      titlePath.join(' › '),
    );
  }
});

test('titles are unique and state a fact', () => {
  const titles = tests.map(({ titlePath }) => titlePath.join(' › '));
  assert.deepEqual(
    titles.filter((title, index) => titles.indexOf(title) !== index),
    [],
  );
  for (const title of titles) assert.doesNotMatch(title, /\bshould\b|\btest that\b/i);
});

test('the level and the table of a test’s requirements are its tags', () => {
  for (const { details } of tests) {
    for (const id of ownRequirements(details.annotation))
      assert.ok(details.tag.includes(`@${requirement(id).level}`), id);
  }
  for (const table of ['table-1', 'table-2', 'table-3', 'table-4', 'table-5']) {
    assert.ok(
      tests.some(({ details }) => details.tag.includes(`@${table}`)),
      table,
    );
  }
});

test('the decision table is complete: a test for every combination of status and vault_id', () => {
  const statuses = [
    'accepted',
    'rejected',
    'pending',
    'absent',
    'null',
    'empty',
    'other type',
    'other case',
    'blanks around',
    'unknown word',
  ];
  const vaults = [
    'absent',
    'null',
    'empty',
    'other type',
    'not a UUID',
    'something around',
    'unknown',
    'foreign',
    'valid',
  ];
  const cells = new Set(DECISION_CELLS.map(({ cell }) => `${cell.status} × ${cell.vault}`));
  const missing = statuses
    .flatMap((status) => vaults.map((vault) => `${status} × ${vault}`))
    .filter((cell) => !cells.has(cell));
  assert.deepEqual(missing, []);
});
