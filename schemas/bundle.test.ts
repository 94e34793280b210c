import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { bundle } from './bundle.ts';
import request from './examples/request.json' with { type: 'json' };
import response from './examples/response.json' with { type: 'json' };

interface Content {
  content: { 'application/json': { examples: { page: { value: unknown } } } };
}
interface Operation {
  requestBody: Content;
  responses: { '200': Content };
}

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
after(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'new', 'openapi.json');
bundle(file);
const text = readFileSync(file, 'utf8');

test('the bundle refers to nothing outside itself', () => {
  const references = [...text.matchAll(/"\$ref": "(.*?)"/g)].map(([, reference]) => reference ?? '');
  assert.ok(references.length > 0);
  assert.deepEqual(
    references.filter((reference) => !reference.startsWith('#/components/')),
    [],
  );
  assert.doesNotMatch(text, /"externalValue"|"\$id"/);
});

test('the bundle holds the examples', () => {
  const [{ put }] = Object.values(JSON.parse(text).paths) as [{ put: Operation }];
  assert.deepEqual(put.requestBody.content['application/json'].examples.page.value, request);
  assert.deepEqual(put.responses['200'].content['application/json'].examples.page.value, response);
});

test('an OpenAPI validator takes the bundle as OpenAPI 3.1 and resolves its references', async () => {
  const validator = new Validator();
  assert.deepEqual(await validator.validate(JSON.parse(text)), { valid: true });
  assert.equal(validator.version, '3.1');
  assert.doesNotThrow(() => validator.resolveRefs());
});

test('the schemas in the bundle still judge, Table 5 behind Table 4 too', () => {
  const { components } = JSON.parse(text);
  const judge = (schema: string) =>
    new Ajv2020({ strict: false, validateFormats: false }).compile({
      $ref: `#/components/schemas/${schema}.schema`,
      components,
    });
  const body = judge('table-3-request-body');
  assert.deepEqual([body(request), body({ status: 'accepted' })], [true, false]);
  const answer = judge('table-4-response-body');
  assert.deepEqual([answer(response), answer({ member: { status: 7 } })], [true, false]);
});
