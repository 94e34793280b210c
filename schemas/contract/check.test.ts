import assert from 'node:assert/strict';
import { test } from 'node:test';
import ANNOTATIONS_SCHEMA from '../annotations.schema.json' with { type: 'json' };
import { OPENAPI } from '../openapi.ts';
import type { TableName } from '../tables.ts';
import { CONTRACT, Contract, contractProblems } from './contract.ts';
import { ANNOTATIONS, describeProblem, isObject, type Schema } from './schema.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document with anything in it
type Bag = Record<string, any>;

/** What is said of the contract after a change in it. */
function problemsOf(table: TableName | 'openapi', change: (document: Bag) => void): readonly string[] {
  const tables = structuredClone(CONTRACT.tables) as Record<TableName, Schema>;
  const openapi = structuredClone(OPENAPI);
  change((table === 'openapi' ? openapi : tables[table]) as Bag);
  return new Contract({ openapi, tables }).problems.map(describeProblem);
}

test('the contract of this folder has no problem', () => {
  assert.deepEqual(contractProblems(), []);
});

test('a contract that contradicts itself is told with file, pointer and remedy', () => {
  const cases: readonly [TableName | 'openapi', (document: Bag) => void, pointer: string, problem: RegExp][] =
    [
      ['table-3', (t) => (t.properties.status.enum = []), '/properties/status/enum', /is empty/],
      ['table-5', (t) => t.required.push('nothing'), '/required/1', /nothing is no property/],
      [
        'table-1',
        (t) => (t.properties.backup_id.examples = ['x']),
        '/properties/backup_id/examples/0',
        /refused by the schema/,
      ],
      [
        'table-5',
        (t) => (t.properties.created_at.format = 'email'),
        '/properties/created_at/examples/0',
        /refused by/,
      ],
      ['table-5', (t) => (t.properties.id.type = 'integer'), '/properties/id/minLength', /type allows none/],
      ['table-5', (t) => (t.properties.id.type = 'sting'), '/properties/id/type', /./],
      ['table-5', (t) => (t.properties.id.pattern = '('), '', /./],
      ['table-5', (t) => (t.properties.id.format = 'unheard-of'), '', /unknown format/],
      ['table-5', (t) => (t.properties.id.nullable = true), '/properties/id/nullable', /not understood/],
      ['table-5', (t) => (t.properties.id['x-secret'] = true), '/properties/id/x-secret', /not understood/],
      ['table-5', (t) => delete t.then, '', /"if" without "then"/],
      [
        'table-5',
        (t) => (t.properties.id['x-requirement'] = 'MEMB-99'),
        '/properties/id/type',
        /MEMB-99.*no requirement/,
      ],
      ['table-5', (t) => delete t.properties.id['x-requirement'], '/properties/id', /x-requirement/],
      [
        'table-5',
        (t) => (t.properties.status['x-echo'].of = '$request.body#/stat'),
        '/properties/status/x-echo/of',
        /no row/,
      ],
      ['table-5', (t) => (t.properties.id['x-constant'] = 'yes'), '/properties/id/x-constant', /./],
      [
        'table-4',
        (t) => (t.properties.member.$ref = 'table-6.schema.json'),
        '/properties/member/$ref',
        /nowhere/,
      ],
      ['table-3', (t) => (t.properties.status.enum = ['accepted', 'pending']), '/x-taken/1', /refuses/],
      [
        'table-3',
        (t) => (t.properties.vault_id.pattern = '^[0-9]{4}$'),
        '/properties/vault_id/pattern',
        /example request/,
      ],
      [
        'openapi',
        (o) => (o.components.securitySchemes.token.name = 'X-Other'),
        '/components/securitySchemes/token/name',
        /no row of Table 2/,
      ],
      [
        'openapi',
        (o) => (o.components.securitySchemes.token.in = 'query'),
        '/components/securitySchemes/token/in',
        /"query"/,
      ],
      ['openapi', (o) => (o.security = []), '/security', /does not demand/],
      ['openapi', (o) => (o.paths = {}), '/paths', /0 members/],
    ];
  for (const [file, change, pointer, problem] of cases) {
    const told = problemsOf(file, change);
    const [line] = told.filter((one) => one.includes(`#${pointer}`));
    assert.ok(line !== undefined, `${pointer}: ${told.join('; ')}`);
    assert.match(line, problem);
    assert.match(line, /^schemas\/\S+\.json#\S*: .+\. .+\.$/);
  }
});

test('a weaker contract is a contract', () => {
  for (const [file, change] of [
    ['table-5', (t: Bag) => (t.required = [])],
    ['table-5', (t: Bag) => delete t.properties.created_at.format],
    ['table-5', (t: Bag) => delete t.properties.created_at.type],
    ['table-5', (t: Bag) => delete t.properties.status['x-echo']],
    ['table-5', (t: Bag) => delete t['x-expected']],
    ['table-3', (t: Bag) => delete t.properties.vault_id.pattern],
    ['table-3', (t: Bag) => delete t.properties.vault_id.type],
    ['table-3', (t: Bag) => t.properties.status.enum.push('deleted')],
    ['table-2', (t: Bag) => (t.required = [])],
    [
      'openapi',
      (o: Bag) => Object.assign(Object.values<Bag>(o.paths)[0]?.put.requestBody, { required: false }),
    ],
    ['openapi', (o: Bag) => delete o.components.responses.Refusal.content],
  ] as [TableName | 'openapi', (document: Bag) => void][])
    assert.deepEqual(problemsOf(file, change), []);
});

/** Every schema object, with what it ties and where. */
function* objects(value: unknown, pointer = ''): Generator<[Bag, string]> {
  if (!isObject(value)) return;
  yield [value, pointer];
  for (const [key, inner] of Object.entries(value))
    if (key !== 'x-requirement') yield* objects(inner, `${pointer}/${key}`);
}

test('every requirement that a schema names has its keyword beside it', () => {
  for (const [table, document] of Object.entries(CONTRACT.tables)) {
    for (const [schema, pointer] of objects(document)) {
      const ties = schema['x-requirement'];
      if (!isObject(ties)) continue;
      for (const [keyword, entry] of Object.entries(ties)) {
        assert.ok(keyword in schema, `${table}#${pointer}: ${keyword} is tied and not there`);
        for (const name of isObject(entry) ? Object.keys(entry) : [])
          assert.ok((schema[keyword] as string[]).includes(name), `${table}#${pointer}/${keyword}: ${name}`);
      }
      if (schema['x-form'] !== undefined) assert.ok('pattern' in schema || 'format' in schema, pointer);
    }
  }
});

test('the meta-schema describes every annotation, and no other', () => {
  assert.deepEqual(
    Object.keys(ANNOTATIONS_SCHEMA.properties).toSorted(),
    Object.keys(ANNOTATIONS).toSorted(),
  );
});
