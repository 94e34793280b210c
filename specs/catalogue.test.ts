import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declaredRequirements, ownRequirements } from '../fixtures/playwright/details.ts';
import { collectSpecs } from '../fixtures/playwright/in-process.ts';
import { INTRUDERS, intrusionsOf, rows, SHARED_STATES } from '../fixtures/requests/cases.ts';
import { DECISION_CELLS } from '../fixtures/requests/decision-table.ts';
import { MISTAKES } from '../fixtures/requests/mistakes.ts';
import {
  isRequirementId,
  REQUIREMENT_IDS,
  type RequirementId,
  requirement,
} from '../schemas/requirements.ts';
import { DECISIONS, exclusionOf, STATES } from '../schemas/situations.ts';

const tests = await collectSpecs();

test('every requirement has a test', () => {
  const declared = new Set(tests.flatMap(({ details }) => declaredRequirements(details.annotation)));
  assert.deepEqual(
    REQUIREMENT_IDS.filter((id) => !declared.has(id)),
    [],
    'These have no test: name each in judges(…) or refuses(…) of the spec that shows it, or beside a keyword of a schema.',
  );
});

test('every test names a requirement of the catalogue, first of all in its title', () => {
  for (const { titlePath, details } of tests) {
    const own = ownRequirements(details.annotation);
    assert.ok(own.length > 0, titlePath.join(' › '));
    assert.ok(own.every(isRequirementId), titlePath.join(' › '));
    // Ids of all requirements stand first: `PATH-01, PATH-02 a request with …`.
    const [ids = ''] = /^[A-Z]+-\d\d(?:, [A-Z]+-\d\d)*(?= )/.exec(titlePath.at(-1) ?? '') ?? [];
    assert.ok(
      ids !== '' && ids.split(', ').every((id) => own.includes(id as RequirementId)),
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

test('the decision table has each word with each class of vaults, and each wrong status with and without one', () => {
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
  const wrong = ['absent', 'null', 'empty', 'other type', 'other case', 'blanks around', 'unknown word'];
  const cells = new Set(DECISION_CELLS.map(({ cell }) => `${cell.status} × ${cell.vault}`));
  const wanted = [
    ...['accepted', 'rejected', 'pending'].flatMap((status) => vaults.map((vault) => `${status} × ${vault}`)),
    ...wrong.flatMap((status) => [`${status} × absent`, `${status} × valid`]),
  ];
  assert.deepEqual(
    wanted.filter((cell) => !cells.has(cell)),
    [],
  );
});

test('every mistake is made with every decision on shares in every state, and every way of making it is tried', () => {
  const planned = rows(SHARED_STATES, 'method', 'path', 'token', 'body', 'bytes');
  for (const mistake of MISTAKES) {
    for (const state of SHARED_STATES) {
      for (const decision of DECISIONS) {
        if (exclusionOf({ decision }, mistake) !== undefined) continue;
        const met = planned.some(
          (row) =>
            row.state === state &&
            row.cases.some((entry) => entry.mistake === mistake && entry.decision === decision),
        );
        assert.ok(met, `${mistake.name}, ${state}, ${decision}`);
      }
    }
    for (const attempt of mistake.attempts) {
      const tried = planned.some((row) => row.cases.some((entry) => entry.attempt === attempt));
      assert.ok(tried, `${mistake.name}: ${attempt.detail}`);
    }
  }
});

test('every mistake is made by every actor that can make it, and about what is not shared', () => {
  for (const mistake of MISTAKES) {
    const made = INTRUDERS.flatMap((actor) =>
      STATES.flatMap((state) =>
        intrusionsOf(actor, state)
          .filter((entry) => entry.mistake === mistake)
          .map(({ decision }) => ({ actor, state, decision })),
      ),
    );
    for (const actor of INTRUDERS)
      if (exclusionOf({ actor }, mistake) === undefined)
        assert.ok(
          made.some((entry) => entry.actor === actor),
          `${mistake.name} by ${actor}`,
        );
    for (const decision of DECISIONS)
      if (exclusionOf({ decision }, mistake) === undefined)
        assert.ok(
          made.some((entry) => entry.state === 'none' && entry.decision === decision),
          `${mistake.name}, not shared, ${decision}`,
        );
  }
});
