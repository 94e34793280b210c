import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeSource, REQUIREMENT_IDS, requirement, tableTag } from './requirements.ts';

/**
 * The ids in use, and the highest number each group ever had. Ids are permanent: a number that is gone from
 * here stays gone, and a new requirement raises its group's.
 */
const HIGHEST: Record<string, number> = {
  URI: 4,
  PATH: 9,
  AUTH: 11,
  BODY: 11,
  BYTE: 15,
  RESP: 7,
  MEMB: 29,
  STAT: 18,
  TEN: 5,
  REF: 11,
};

test('ids are a group and a number that the group has had', () => {
  for (const id of REQUIREMENT_IDS) {
    const [, group = '', number] = /^([A-Z]+)-(\d{2})$/.exec(id) ?? [];
    const highest = HIGHEST[group] ?? 0;
    assert.ok(
      Number(number) >= 1 && Number(number) <= highest,
      `${id} is new: raise the number of ${group} in HIGHEST above, which is ${highest}`,
    );
  }
});

test('statements and consequences are whole sentences without a should', () => {
  for (const id of REQUIREMENT_IDS) {
    const { statement, consequence } = requirement(id);
    for (const sentence of [statement, consequence]) {
      assert.match(sentence, /^[\p{Lu}\p{L}].*\.$/u, id);
      assert.doesNotMatch(sentence, /\bshould\b/i, id);
    }
  }
});

test('a MUST comes from the page, from the API definition, from another edition of the page or from a standard', () => {
  for (const id of REQUIREMENT_IDS) {
    const { level, source } = requirement(id);
    assert.ok(source.rows.length > 0, id);
    if (level === 'must' && source.also !== undefined) {
      assert.match(source.also, /RFC|API definition|editions|error code list/, id);
    }
  }
});

test('a source reads as its rows on the page and what stands beside it', () => {
  assert.equal(
    describeSource(requirement('BODY-03').source),
    "Table 3, status; the provider's API definition, operation UpdateMemberStatus",
  );
  assert.equal(tableTag(requirement('BODY-03')), 'table-3');
});
