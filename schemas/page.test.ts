import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from './examples/request.json' with { type: 'json' };
import response from './examples/response.json' with { type: 'json' };
import { PAGE, PAGE_ROW_IDS, type PageRowId, ROWS_WITHOUT_REQUIREMENT, rowText } from './page.ts';
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

test('every id of the page is used once', () => {
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

test('the quoted examples are those that the schemas are tested with', () => {
  const code = (wanted: PageRowId) => JSON.parse(PAGE.find(({ id }) => id === wanted)?.code ?? 'null');
  assert.deepEqual(code('example-request'), request);
  assert.deepEqual(code('example-response'), response);
});
