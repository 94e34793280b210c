import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
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

test('every schema file is used but two: Table 4 refers to Table 5, a security scheme stands for Table 2', () => {
  const used = new Set(named('$ref').map((reference) => String(reference).split('#')[0]));
  const unused = readdirSync(new URL('tables/', HERE)).filter((file) => !used.has(`tables/${file}`));
  assert.deepEqual(unused.toSorted(), ['table-2-request-headers.schema.json', 'table-5-member.schema.json']);
});
