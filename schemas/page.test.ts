import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  PAGE,
  PAGE_EDITION,
  PAGE_ROW_IDS,
  PAGE_TITLE,
  type PageRowId,
  ROWS_WITHOUT_REQUIREMENT,
  rowText,
} from './page.ts';
import { REQUIREMENT_IDS, requirement } from './requirements.ts';

const cited = new Set<PageRowId>(REQUIREMENT_IDS.flatMap((id) => requirement(id).source.rows));
const withoutRequirement = Object.keys(ROWS_WITHOUT_REQUIREMENT) as PageRowId[];

test('every row that a requirement cites is on the page', () => {
  const known = new Set(PAGE_ROW_IDS);
  assert.deepEqual(
    [...cited].filter((id) => !known.has(id)),
    [],
  );
});

test('every row of the page has a requirement or a reason to have none', () => {
  const uncited = PAGE_ROW_IDS.filter((id) => !cited.has(id));
  assert.deepEqual(uncited.toSorted(), withoutRequirement.toSorted());
});

test('the ids are those that the text of the page gives, in its order', () => {
  const ids = PAGE.flatMap(({ id, table, notes = [] }) =>
    [{ id }, ...(table?.rows ?? []), ...notes].map((row) => row.id),
  );
  assert.deepEqual(ids, PAGE_ROW_IDS);
});

test('every row of a table has one cell for each column', () => {
  for (const { table } of PAGE) {
    for (const { id, cells } of table?.rows ?? []) assert.equal(cells.length, table?.columns.length, id);
  }
});

test('the id of a table row ends in its first cell', () => {
  for (const { id: section, table } of PAGE) {
    for (const { id, cells } of table?.rows ?? []) assert.equal(id, `${section}/${cells[0]}`);
  }
});

test('a quote is a row, a note or a section', () => {
  assert.equal(rowText('table-1/project_id'), 'project_id | Yes | String | Project ID');
  assert.equal(rowText('uri/method'), 'PUT');
  assert.equal(rowText('error-codes'), 'See Error Codes.');
  assert.equal(rowText('status-200'), 'Status code: 200');
});

test('the quote of an example holds its JSON, so that a finding shows what it rests on', () => {
  assert.match(rowText('example-response'), /"created_at" : "2020-02-24T09:36:00.479\+00:00"/);
});

test('the title of the page and its edition stand above its first heading', () => {
  assert.deepEqual([PAGE_TITLE, PAGE_EDITION], ['Updating the Share Member Status', '2025-11-03']);
});
