import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLE_PATH, EXAMPLE_REQUEST, EXAMPLE_RESPONSE } from '../examples.ts';
import { CONTRACT } from './contract.ts';

const member = {
  ...EXAMPLE_RESPONSE.member,
  updated_at: '2020-02-24T09:36:00.479+00:00',
  image_id: 'x',
  backup_id: EXAMPLE_PATH.backup_id,
  dest_project_id: EXAMPLE_PATH.member_id,
};
const request = { path: EXAMPLE_PATH, body: EXAMPLE_REQUEST };

/** Everything that is broken: one entry each. */
function broken(value: unknown): [string, string][] {
  return [...CONTRACT.assess('table-4', value, request)].flatMap(([id, finding]): [string, string][] =>
    finding.kind === 'broken' ? [[id, finding.message]] : [],
  );
}

function renamed(from: keyof typeof member, to: string, keep = false) {
  const { [from]: value, ...rest } = member;
  return { member: { ...rest, ...(keep ? { [from]: value } : {}), [to]: value } };
}

test('a field under a name in another case, with other separators or in the plural is one finding', () => {
  for (const [from, to] of [
    ['backup_id', 'backupId'],
    ['backup_id', 'BACKUP-ID'],
    ['status', 'Status'],
    ['status', 'statuses'],
    ['image_id', 'imageId'],
    ['updated_at', 'updated.at'],
  ] as const)
    assert.deepEqual(broken(renamed(from, to)), [['MEMB-28', `Table 5's ${from} is told as ${to}.`]]);
});

test('all fields in camel case are one finding', () => {
  const camel = Object.fromEntries(
    Object.entries(member).map(([name, value]) => [
      name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
  assert.deepEqual(broken({ member: camel }), [
    [
      'MEMB-28',
      "Table 5's created_at is told as createdAt, updated_at as updatedAt, backup_id as backupId, image_id as imageId, dest_project_id as destProjectId, vault_id as vaultId.",
    ],
  ]);
});

test('the record under another name, in a list, in a wrapper or without one is one finding about member', () => {
  for (const [value, message] of [
    [{ Member: member }, "Table 4's member is told as Member."],
    [{ members: [member] }, "Table 4's member is told as members."],
    [{ member: [member] }, 'What the contract has at member stands at member.0.'],
    [{ data: { member } }, 'What the contract has at member stands at data.member.'],
    [member, 'What the contract has at member stands at the top, outside of it.'],
  ] as const)
    assert.deepEqual(broken(value), [['RESP-06', message]]);
  assert.deepEqual(broken({ member: { member } }), [
    ['MEMB-28', 'What the contract has at member stands at member.member.'],
  ]);
});

test('a value that repeats the request is found one level deeper and higher', () => {
  const { backup_id, ...rest } = member;
  assert.deepEqual(broken({ member: { ...rest, backup: { backup_id } } }), [
    ['MEMB-28', "Table 5's backup_id is told as backup.backup_id."],
  ]);
  assert.deepEqual(broken({ member: rest, backup_id }), [
    ['MEMB-28', "Table 5's backup_id is told as backup_id at the top."],
  ]);
});

test('a field under both names, further names and objects of other things accuse nobody', () => {
  const { id: _id, updated_at: _at, image_id: _image, ...less } = member;
  for (const value of [
    renamed('backup_id', 'backupId', true),
    { member: { ...member, href: 'x', links: [{ id: '1', status: 'ok' }] }, request_id: 'x' },
    { member: { ...less, id: 'x', backup: { id: 'y', status: 'available', created_at: 'long ago' } } },
    { member: { ...less, id: 'x', image: 'y', updated: 'yesterday' } },
  ])
    assert.deepEqual(broken(value), []);
  // A field that callers merely expect is missing, and not told by an object of another thing.
  assert.deepEqual(
    broken({ member: { ...less, vault: { id: 'y', updated_at: 'z' } } }).map(([id]) => id),
    ['MEMB-21'],
  );
});

test('a request may hold further names, however they resemble a documented one', () => {
  assert.deepEqual(CONTRACT.broken('table-3', { status: 'rejected', vaultId: 'x' }), []);
  assert.deepEqual(CONTRACT.broken('table-3', { Status: 'rejected' }), ['BODY-01']);
});
