/**
 * The first leg of the contract: the schemas say what the page says. Every expectation here is read from the text of
 * the page; a schema that drifts away from it fails, and so does another text in the page's place.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CONTRACT, type Schema, type TableName } from './contract/contract.ts';
import { EXAMPLE_PATH, EXAMPLE_REQUEST, EXAMPLE_RESPONSE } from './examples.ts';
import { OPENAPI } from './openapi.ts';
import { readPage } from './page/read-page.ts';
import { PAGE, PAGE_EDITION, PAGE_FILE, PAGE_TITLE, type PageRowId, rowText } from './page.ts';

const TEXT = readFileSync(PAGE_FILE, 'utf8');
const TABLES = ['table-1', 'table-2', 'table-3', 'table-4', 'table-5'] as const satisfies TableName[];
const [[template = '', item] = []] = Object.entries(OPENAPI.paths ?? {});
const { put } = item ?? {};

interface Row {
  name: string;
  mandatory: boolean | undefined;
  type: string;
}

function rowsOf(table: (typeof TABLES)[number]): Row[] {
  const { columns = [], rows = [] } = PAGE.find(({ id }) => id === table)?.table ?? {};
  return rows.map(({ cells }) => {
    const cell = (column: string) => cells[columns.indexOf(column)];
    const mandatory = cell('Mandatory');
    return {
      name: cell('Parameter') ?? '',
      mandatory: mandatory === undefined ? undefined : mandatory === 'Yes',
      type: cell('Type') ?? '',
    };
  });
}

/** The page's word for the type of a property; one that refers to a table is an object of that table's name. */
function typeOf({ type, $ref }: Schema): string {
  if ($ref === undefined) return `${String(type).charAt(0).toUpperCase()}${String(type).slice(1)}`;
  const [name] = Object.entries(CONTRACT.tables).find(([, { $id }]) => $id === $ref) ?? [];
  const title = PAGE.find(({ id }) => id === name)?.title ?? '';
  return `${title.replace(/^Table \d+ /, '')} object`;
}

for (const table of TABLES) {
  const { properties = {}, required = [], title } = CONTRACT.tables[table] as Schema & { title?: string };
  const rows = rowsOf(table);

  test(`${table} has the title, the names and the order of the page`, () => {
    const plain = (text = '') => text.replace(':', '').toLowerCase();
    assert.equal(plain(title), plain(PAGE.find(({ id }) => id === table)?.title));
    assert.ok(rows.length > 0);
    assert.deepEqual(
      Object.keys(properties),
      rows.map(({ name }) => name),
    );
  });

  test(`${table} has the types of the page`, () => {
    for (const { name, type } of rows) assert.equal(typeOf(properties[name] ?? {}), type, name);
  });

  test(`${table} requires what the page calls mandatory`, () => {
    for (const { name, mandatory } of rows) {
      if (mandatory !== undefined) assert.equal(required.includes(name), mandatory, name);
    }
  });

  test(`${table} names the row of each property in its description`, () => {
    for (const { name, mandatory } of rows) {
      const { description = '' } = (properties[name] ?? {}) as { description?: string };
      const [, row, rest = ''] = /^Table (\d, row [\w-]+): (.+)$/.exec(description) ?? [];
      assert.equal(row, `${table.slice(-1)}, row ${name}`);
      if (mandatory !== undefined) assert.equal(/^mandatory\b/.test(rest), mandatory, description);
    }
  });
}

/** Every schema object of the tables, with the place where it stands. */
function* schemasIn(value: unknown, place: string): Generator<[place: string, schema: Schema]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [place, value as Schema];
  for (const [key, inner] of Object.entries(value)) yield* schemasIn(inner, `${place}/${key}`);
}
const schemas = TABLES.flatMap((table) => [...schemasIn(CONTRACT.tables[table], table)]);

/** What the page does not list: `pending` is the API definition's, as the catalogue says. */
const NOT_ON_THE_PAGE = ['pending'];

test('every sample and every word that a schema cites stands on the page', () => {
  const words = schemas.flatMap(([place, { examples = [], enum: list = [] }]) =>
    [...examples, ...list].map((word) => [place, String(word)] as const),
  );
  assert.ok(words.length > 6);
  for (const [place, word] of words) {
    assert.equal(TEXT.includes(word), !NOT_ON_THE_PAGE.includes(word), `${place}: ${word}`);
  }
});

test('Table 3 asks for a vault where the page does', () => {
  assert.match(rowText('table-3/vault_id'), /Only UUID is supported\./);
  const rule = rowText('table-3/accept-rule');
  const [, word = '', name = ''] = /if the backup is (\w+), (\w+) must be specified\./.exec(rule) ?? [];
  const [, other = ''] = new RegExp(`If the backup is (\\w+), ${name} is not required\\.`).exec(rule) ?? [];
  const { if: condition, then } = CONTRACT.tables['table-3'];
  assert.deepEqual(condition?.properties?.status, { const: word });
  assert.deepEqual(then?.required, [name]);
  assert.deepEqual(CONTRACT.issues('table-3', { status: other }), []);
  assert.notDeepEqual(CONTRACT.issues('table-3', { status: word }), []);
});

test('openapi.json has the title, the edition, the URI and the method of the page', () => {
  assert.deepEqual([OPENAPI.info.version, put?.summary], [PAGE_EDITION, PAGE_TITLE]);
  assert.equal(
    `${Object.keys(item ?? {})
      .join()
      .toUpperCase()} ${template}`,
    rowText('uri'),
  );
  assert.equal(rowText('uri').split(' ')[0], rowText('uri/method'));
});

test('openapi.json has the parameters of Table 1 and the header of Table 2', () => {
  const parameters = (put?.parameters ?? []).map((parameter) => {
    assert.ok('name' in parameter);
    return { name: parameter.name, in: parameter.in, required: parameter.required };
  });
  assert.deepEqual(
    parameters,
    rowsOf('table-1').map(({ name, mandatory }) => ({ name, in: 'path', required: mandatory })),
  );
  const names = rowsOf('table-1').map(({ name }) => name);
  assert.deepEqual([...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted(), names.toSorted());
  assert.deepEqual(
    [CONTRACT.operation.tokenHeader],
    rowsOf('table-2').map(({ name }) => name),
  );
});

test('openapi.json has the status codes of the page, each with its word, as the only successes', () => {
  const rows = PAGE.find(({ id }) => id === 'status-codes')?.table?.rows ?? [];
  const successes = Object.entries(put?.responses ?? {}).filter(([code]) => /^[123]/.test(code));
  assert.deepEqual(
    successes.map(([code, response]) => [code, (response as { description?: string }).description]),
    rows.map(({ cells }) => [...cells]),
  );
  for (const [code] of successes) assert.equal(rowText('status-200'), `Status code: ${code}`);
});

function example(id: PageRowId): { code: unknown; text: string } {
  const { code = 'null', text = '' } = PAGE.find((section) => section.id === id) ?? {};
  return { code: JSON.parse(code), text };
}

test('the examples are those of the page, and valid by the tables', () => {
  const request = example('example-request');
  const response = example('example-response');
  assert.deepEqual([request.code, response.code], [EXAMPLE_REQUEST, EXAMPLE_RESPONSE]);
  assert.deepEqual(CONTRACT.issues('table-3', request.code), []);
  assert.deepEqual(CONTRACT.issues('table-4', response.code), []);
  assert.equal(response.text, `Status code: ${CONTRACT.operation.success.status}\nOK`);
});

test('the example’s URL is the template, filled with ids that are valid by Table 1', () => {
  const ids: Record<string, string> = EXAMPLE_PATH;
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
  assert.equal(example('example-request').text, `${rowText('uri/method')} https://{endpoint}${path}`);
  assert.deepEqual(CONTRACT.issues('table-1', EXAMPLE_PATH), []);
});

test('the text reads the same with Windows’ line ends, a byte-order mark, and more or fewer blank lines', () => {
  const page = readPage(TEXT);
  for (const text of [
    `\ufeff${TEXT.replaceAll('\n', '\r\n')}`,
    TEXT.replaceAll('\n', '\n\n\n'),
    TEXT.replace(/\n\n/g, '\n'),
    TEXT.replaceAll(' ', '\u00a0'),
    `Help Center\nView PDF\n${TEXT}\n\nParent topic: Backup Sharing\n`,
  ]) {
    assert.deepEqual(readPage(text), page);
  }
});
