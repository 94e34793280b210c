import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PAGE_FILE } from '../page.ts';
import { comparePages } from './compare-pages.ts';
import { PageError, readPage } from './read-page.ts';

const TEXT = readFileSync(PAGE_FILE, 'utf8');
const KNOWN = readPage(TEXT);

type Edit = readonly [from: string | RegExp, to: string];

/** The changes that an edition shows in which some words are others. */
function changes(...edits: Edit[]) {
  const text = edits.reduce((edited, [from, to]) => {
    const next = edited.replace(from, to);
    assert.notEqual(next, edited, `${from} is on the page`);
    return next;
  }, TEXT);
  return comparePages(KNOWN, readPage(text));
}

const told = (...edits: Edit[]) => changes(...edits).map(({ summary, rows }) => [summary, ...rows]);

const row = (...cells: string[]) => `${cells.join('\n\n')}\n\n`;

test('the same text in another dress shows no change', () => {
  for (const text of [
    TEXT,
    `\ufeff${TEXT.replaceAll('\n', '\r\n')}`,
    TEXT.replace(/\n\n/g, '\n'),
    TEXT.replace('Updated on 2025-11-03 GMT+08:00', 'Updated on 2027-01-01 GMT+08:00\n\nView PDF'),
    TEXT.replaceAll('•', '▪'),
    TEXT.replace('  "status" : "accepted",', '"status":"accepted",'),
    TEXT.replaceAll(/([^\n]+)\n\n(Yes|No)\n\nString\n\n/g, '$1\t$2\tString\t'),
    TEXT.replace(/supported\.\n\nWhen/, 'supported. When'),
  ]) {
    assert.deepEqual(comparePages(KNOWN, readPage(text)), []);
  }
});

test('a row that is mandatory now, or no more, is told', () => {
  assert.deepEqual(told([/vault_id\n\nNo/, 'vault_id\n\nYes']), [
    ['Table 3, row vault_id: mandatory now', 'table-3/vault_id'],
  ]);
  assert.deepEqual(told([/X-Auth-Token\n\nYes/, 'X-Auth-Token\n\nNo']), [
    ['Table 2, row X-Auth-Token: mandatory no more', 'table-2/X-Auth-Token'],
  ]);
});

test('another type and another description are told, each with both texts', () => {
  assert.deepEqual(
    changes([/image_id\n\nString\n\nID of the image/, 'image_id\n\nInteger\n\nNumber of the image']),
    [
      {
        summary: 'Table 5, row image_id: another type',
        rows: ['table-5/image_id'],
        before: 'String',
        after: 'Integer',
      },
      {
        summary: 'Table 5, row image_id: another description',
        rows: ['table-5/image_id'],
        before: 'ID of the image created from the accepted backup',
        after: 'Number of the image created from the accepted backup',
      },
    ],
  );
});

test('rows that are added, removed and renamed are told as such', () => {
  assert.deepEqual(
    told([
      /id\n\nString\n\nID of the shared record/,
      `${row('size', 'Integer', 'Size in GB')}id\n\nString\n\nID of the shared record`,
    ]),
    [['Table 5, row size: added', 'table-5']],
  );
  assert.deepEqual(told(['image_id\n\nString\n\nID of the image created from the accepted backup\n\n', '']), [
    ['Table 5, row image_id: removed', 'table-5/image_id'],
  ]);
  assert.deepEqual(told([/dest_project_id(?=\n)/, 'member_project_id']), [
    ['Table 5, row dest_project_id: renamed', 'table-5/dest_project_id'],
  ]);
  assert.deepEqual(
    told([/updated_at\n\nString\n\nUpdate time/, 'updatedAt\n\nString\n\nTime of the update']),
    [
      ['Table 5, row updated_at: renamed', 'table-5/updated_at'],
      ['Table 5, row updated_at: another description', 'table-5/updated_at'],
    ],
  );
});

test('a row that stands elsewhere is told as moved, and no other one', () => {
  const status = 'status\n\nString\n\nBackup sharing status\n\n';
  assert.deepEqual(told([status, ''], [/Example Requests/, `${status}Example Requests`]), [
    ['Table 5: rows reordered (status)', 'table-5/status'],
  ]);
});

test('a table or section that is added, or there no more, is told; its number alone touches nothing else', () => {
  const query = `Table 2 Query parameters\n\n${row('Parameter', 'Mandatory', 'Type', 'Description', 'limit', 'No', 'Integer', 'Limit')}`;
  assert.deepEqual(told([/Table 2 Request header/, `${query}Table 3 Request header`]), [
    ['Table 2: now Table 3', 'table-2'],
    ['Table 2: a section that is new'],
  ]);
  assert.deepEqual(told([/Debugging[\s\S]*?(?=Authorization Information)/, '']), [
    ['Debugging: there no more', 'debugging'],
  ]);
});

test('URI, method, status codes, examples and statements are compared', () => {
  assert.deepEqual(told(['PUT /v3/{project_id}', 'POST /v3.1/{project_id}']), [
    ['URI: another method', 'uri/method'],
    ['URI: another path', 'uri'],
  ]);
  assert.deepEqual(
    told(
      [/Status code: 200\n\nTable/, 'Status code: 202\n\nTable'],
      [/200\n\nOK\n\nError/, '202\n\nAccepted\n\nError'],
    ),
    [
      ['The status code of a success', 'status-200', 'status-codes/200'],
      ['Status code 200: removed', 'status-codes/200', 'status-200'],
      ['Status code 202: added', 'status-200'],
    ],
  );
  assert.deepEqual(told(['"id" : "824a', '"record_id" : "924a']), [
    ['Example Responses: another example (member.id, member.record_id)', 'example-response'],
  ]);
  assert.deepEqual(told(['PUT https://{endpoint}/v3', 'PUT https://{endpoint}/v4']), [
    ['Example Requests: another text', 'example-request'],
  ]);
  assert.deepEqual(told(['vault_id must be specified', 'vault_id can be specified']), [
    ['Table 3, the rule about accepted backups: another text', 'table-3/accept-rule'],
  ]);
  assert.deepEqual(told(['See Error Codes.', 'See the list of codes.']), [
    ['Error Codes: another text', 'error-codes'],
  ]);
});

test('a text that is no such page is refused with what it lacks', () => {
  assert.throws(
    () => readPage('Backups\n\nURI\n\nThe address.\n'),
    (error: Error) => {
      assert.ok(error instanceof PageError);
      return /no heading “URI”/.test(error.message);
    },
  );
  assert.throws(() => readPage('URI\n\nPUT /v3/x\n'), /no table/);
  assert.throws(() => readPage(''), PageError);
});
