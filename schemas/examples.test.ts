import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLE_PATH, EXAMPLE_REQUEST, EXAMPLE_RESPONSE } from './examples.ts';

const { member } = EXAMPLE_RESPONSE;

test('the example response lacks updated_at and image_id', () => {
  assert.deepEqual(
    Object.keys(member).filter((name) => ['updated_at', 'image_id'].includes(name)),
    [],
  );
});

test('the first oddity is there: project and member are one id', () => {
  assert.equal(EXAMPLE_PATH.project_id, EXAMPLE_PATH.member_id);
});

test('the second oddity is there: of what the example response must echo, only vault_id and status agree', () => {
  assert.notEqual(member.backup_id, EXAMPLE_PATH.backup_id);
  assert.notEqual(member.dest_project_id, EXAMPLE_PATH.member_id);
  assert.equal(member.vault_id, EXAMPLE_REQUEST.vault_id);
  assert.equal(member.status, EXAMPLE_REQUEST.status);
});
