import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { OPENAPI } from './openapi.ts';

const HERE = new URL('./', import.meta.url);

/** Every member of every object in the document, with its key. */
function* members(value: unknown): Generator<[key: string, member: unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [key, member];
    yield* members(member);
  }
}

function named(key: string): unknown[] {
  return [...members(OPENAPI)].filter(([name]) => name === key).map(([, member]) => member);
}

/** What a JSON pointer leads to, `undefined` where it leads nowhere. */
function pointed(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
}

const [, item] = Object.entries(OPENAPI.paths ?? {})[0] ?? [];

test('the document holds one operation', () => {
  assert.equal(Object.keys(OPENAPI.paths ?? {}).length, 1);
  assert.equal(Object.keys(item ?? {}).length, 1);
});

test('its security scheme stands in a header and is asked for everywhere', () => {
  const { token } = OPENAPI.components?.securitySchemes ?? {};
  assert.ok(token && 'type' in token && token.type === 'apiKey');
  assert.deepEqual([token.in, OPENAPI.security], ['header', [{ token: [] }]]);
});

test('every schema but that of a header is a reference and nothing else', () => {
  const schemas = named('schema').filter((schema) => !isDeepStrictEqual(schema, { type: 'string' }));
  assert.ok(schemas.length > 0);
  for (const schema of schemas) assert.deepEqual(Object.keys(schema as object), ['$ref']);
  assert.equal(OPENAPI.components?.schemas, undefined);
});

test('every example is a reference', () => {
  assert.deepEqual(named('externalValue'), ['examples/request.json', 'examples/response.json']);
  assert.deepEqual([...named('value'), ...named('example')], []);
});

test('every reference leads somewhere', () => {
  for (const reference of named('$ref')) {
    const [file = '', pointer = ''] = String(reference).split('#');
    const document = file ? JSON.parse(readFileSync(new URL(file, HERE), 'utf8')) : OPENAPI;
    assert.ok(pointed(document, pointer), String(reference));
  }
  for (const file of named('externalValue')) assert.ok(existsSync(new URL(String(file), HERE)));
});

test('every schema file is used but two: Table 4 refers to Table 5, a security scheme stands for Table 2', () => {
  const used = new Set(named('$ref').map((reference) => String(reference).split('#')[0]));
  const unused = readdirSync(new URL('tables/', HERE)).filter((file) => !used.has(`tables/${file}`));
  assert.deepEqual(unused.toSorted(), ['table-2-request-headers.schema.json', 'table-5-member.schema.json']);
});

test('every refusal has the error body', () => {
  const refusals = Object.entries(item?.put?.responses ?? {}).filter(([code]) => /^[45]\d\d$/.test(code));
  for (const code of ['400', '401', '403', '404']) assert.ok(refusals.some(([known]) => known === code));
  for (const [code, response] of refusals) {
    assert.ok(response && '$ref' in response && response.$ref === '#/components/responses/Refusal', code);
  }
});
