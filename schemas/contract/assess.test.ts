import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLE_PATH, EXAMPLE_REQUEST, EXAMPLE_RESPONSE } from '../examples.ts';
import { OPENAPI } from '../openapi.ts';
import { CONTRACT, Contract, type Schema } from './contract.ts';

const ACCEPT = { path: EXAMPLE_PATH, body: EXAMPLE_REQUEST };
const REJECT = { path: EXAMPLE_PATH, body: { status: 'rejected' } };
const member = {
  ...EXAMPLE_RESPONSE.member,
  backup_id: EXAMPLE_PATH.backup_id,
  dest_project_id: EXAMPLE_PATH.member_id,
};
const answer = (changes: object = {}) => ({ member: { ...member, ...changes } });
const judge = (value: unknown, request = ACCEPT) =>
  CONTRACT.assess('table-4', value, request as typeof ACCEPT);

/** The ids that are not held, with what is said of each. */
function said(value: unknown, request = ACCEPT): Record<string, string> {
  return Object.fromEntries(
    [...judge(value, request)].flatMap(([id, finding]) =>
      finding.kind === 'held'
        ? []
        : [[id, finding.kind === 'broken' ? finding.message : `because of ${finding.because}`]],
    ),
  );
}

test('an answer as documented holds every requirement', () => {
  assert.deepEqual(said(answer()), {});
  assert.deepEqual(said(answer({ status: 'rejected', vault_id: '' }), REJECT as never), {});
});

test('one broken keyword is one finding, and what rests on it is void because of it', () => {
  assert.deepEqual(said(answer({ created_at: 1582537000 })), {
    'MEMB-03': 'member.created_at is not of the documented type.',
    'MEMB-04': 'because of MEMB-03',
  });
  const finding = judge(answer({ created_at: 1582537000 })).get('MEMB-03');
  assert.deepEqual(finding, {
    kind: 'broken',
    message: 'member.created_at is not of the documented type.',
    field: 'member.created_at',
    expected: 'a string',
    received: '1582537000',
  });
});

test('without a member everything about it is void, because of the one cause', () => {
  const { 'RESP-06': cause, ...others } = said({});
  assert.equal(cause, 'member is missing.');
  assert.deepEqual(new Set(Object.values(others)), new Set(['because of RESP-06']));
});

test('what callers merely expect stands in the way of nothing', () => {
  const { backup_id: _, ...rest } = member;
  assert.deepEqual(said({ member: rest }), { 'MEMB-18': 'member.backup_id is missing.' });
});

test('a value that is not the one of the request breaks the repetition alone', () => {
  assert.deepEqual(said(answer({ backup_id: EXAMPLE_RESPONSE.member.backup_id })), {
    'MEMB-08': 'member.backup_id is not the one of the request.',
  });
  assert.deepEqual(said(answer({ backup_id: EXAMPLE_PATH.backup_id.toUpperCase() })), {});
});

test('a condition whose value is wrong leaves what rests on it to whoever judges that value', () => {
  assert.deepEqual(said(answer({ status: 'rejected' })), {
    'STAT-03': 'member.status is not the one of the request.',
    'MEMB-13': 'because of STAT-03',
    'MEMB-20': 'because of STAT-03',
  });
  assert.equal(said(answer({ status: 'ACCEPTED' }))['MEMB-20'], 'because of MEMB-02');
});

test('a condition that a right value does not meet leaves nothing to say', () => {
  const ids = [...judge(answer({ status: 'rejected', vault_id: '' }), REJECT as never).keys()];
  assert.ok(!ids.includes('MEMB-13') && !ids.includes('MEMB-20'));
});

test('a value that must stay the same is judged over several answers, and says what its form rests on', () => {
  assert.deepEqual(
    CONTRACT.constants.map(({ table, field, requirement, needs }) => [
      table,
      field,
      requirement,
      needs.at(-1),
    ]),
    [
      ['table-5', 'created_at', 'MEMB-16', 'MEMB-04'],
      ['table-5', 'id', 'MEMB-15', 'MEMB-14'],
    ],
  );
  assert.ok(!judge(answer()).has('MEMB-15'));
});

test('a body is open, refused or taken, in this order', () => {
  const { vault_id } = EXAMPLE_REQUEST;
  const expect = (body: unknown) => CONTRACT.expect('table-3', body);
  assert.deepEqual(expect(EXAMPLE_REQUEST), { expected: 'taken', requirement: 'STAT-01' });
  assert.deepEqual(expect({ status: 'accepted' }), { expected: 'refused', requirement: 'BODY-04' });
  assert.deepEqual(expect({ status: 'rejected', vault_id: 7 }), { expected: 'open', requirement: 'BODY-10' });
  assert.deepEqual(expect({ status: 'accepted', vault_id: vault_id.toUpperCase() }), {
    expected: 'open',
    requirement: 'BODY-11',
  });
  assert.deepEqual(expect([EXAMPLE_REQUEST]), { expected: 'refused', requirement: 'BYTE-03' });
});

test('an error body has the narrowest of the known shapes that fits', () => {
  const shape = (body: unknown) => CONTRACT.shapeOf('error-body', body);
  assert.equal(shape({ error_code: 'APIG.0301', error_msg: 'x', request_id: '1' }), 'Gateway');
  assert.equal(shape({ error_code: 'BackupService.9900', error_msg: 'x' }), 'Service');
  assert.equal(shape({ error: { code: 401, message: 'x' } }), 'IAM');
  assert.equal(shape({ unauthorized: { code: '401', message: 'x' } }), 'OpenStack');
  assert.equal(shape({ message: 'x' }), undefined);
});

test('a new row of Table 5 gets its verdicts from its keywords alone', () => {
  const table = CONTRACT.tables['table-5'];
  const region: Schema = {
    description: 'Table 5, row region: an imaginary one.',
    type: 'string',
    minLength: 2,
    'x-requirement': { type: 'MEMB-09', minLength: 'MEMB-12' },
  };
  const tables = { ...CONTRACT.tables, 'table-5': { ...table, properties: { ...table.properties, region } } };
  const contract = new Contract({ openapi: OPENAPI, tables });
  assert.deepEqual(contract.problems, []);
  const kind = (value: unknown, id: 'MEMB-09' | 'MEMB-12' | 'MEMB-28') =>
    contract.assess('table-4', value, ACCEPT).get(id)?.kind;
  assert.equal(kind(answer({ region: 7 }), 'MEMB-09'), 'broken');
  assert.equal(kind(answer({ region: 'x' }), 'MEMB-12'), 'broken');
  assert.equal(kind(answer({ Region: 'eu-de' }), 'MEMB-28'), 'broken');
  assert.equal(kind(answer({ region: 'eu-de' }), 'MEMB-12'), 'held');
});
