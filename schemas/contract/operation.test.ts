import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPENAPI } from '../openapi.ts';
import { CONTRACT, Contract, includesStatus, type Operation } from './contract.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document with anything in it
type Bag = Record<string, any>;

/** The operation as it is read after a change in the document. */
function readWith(change: (put: Bag, document: Bag) => void): Operation {
  const openapi = structuredClone(OPENAPI);
  const [item] = Object.values<Bag>(openapi.paths as Bag);
  change(item?.put, openapi);
  const contract = new Contract({ openapi, tables: CONTRACT.tables });
  assert.deepEqual(contract.problems, []);
  return contract.operation;
}

test('the operation is what the document says', () => {
  const { requirements: _, ...operation } = CONTRACT.operation;
  assert.deepEqual(operation, {
    method: 'PUT',
    otherMethods: ['POST', 'PATCH'],
    template: '/v3/{project_id}/backups/{backup_id}/members/{member_id}',
    tokenHeader: 'X-Auth-Token',
    bodyRequired: true,
    requestTypes: ['application/json'],
    success: { status: 200, statuses: ['200'], types: ['application/json'], table: 'table-4' },
    refusal: {
      statuses: ['400', '401', '403', '404', '405', '406', '408', '409', '429', '500', '5XX'],
      described: ['400', '401', '403', '404', '405', '406', '408', '409', '429', '500'],
      types: ['application/json'],
      table: 'error-body',
      headers: [{ name: 'Allow', status: '405', requirement: 'URI-03' }],
    },
  });
});

test('every element names who is broken by what does not follow it', () => {
  assert.deepEqual(CONTRACT.operation.requirements, {
    path: 'URI-01',
    method: 'URI-02',
    parameters: 'URI-01',
    security: 'AUTH-01',
    tokenHeader: 'AUTH-06',
    bodyRequired: 'BYTE-01',
    requestTypes: 'BYTE-05',
    successStatus: 'RESP-01',
    successTypes: 'RESP-02',
    refusalStatus: 'REF-10',
    refusalTypes: 'REF-05',
  });
});

test('a changed element is another operation', () => {
  const further = readWith((put) => {
    put.responses['202'] = structuredClone(put.responses['200']);
    put.requestBody.required = false;
  });
  assert.deepEqual([further.success.statuses, further.bodyRequired], [['200', '202'], false]);
  const typed = readWith((_put, { components }) => {
    const { content } = components.responses.Refusal;
    content['application/problem+json'] = content['application/json'];
  });
  assert.deepEqual(typed.refusal.types, ['application/json', 'application/problem+json']);
});

test('a list of codes may hold ranges', () => {
  assert.equal(includesStatus(['404', '5XX'], 404), true);
  assert.equal(includesStatus(['404', '5XX'], 503), true);
  assert.equal(includesStatus(['404', '5XX'], 403), false);
});
