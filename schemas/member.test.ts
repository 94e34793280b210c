import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutNilIds } from './member.ts';

const NIL = '00000000-0000-0000-0000-000000000000';

test('the nil id stands for none where nothing is accepted, and nowhere else', () => {
  const id = { id: NIL, vault_id: NIL };
  assert.deepEqual(withoutNilIds({ status: 'pending', ...id }), {
    status: 'pending',
    id: NIL,
    vault_id: null,
  });
  assert.equal(withoutNilIds({ status: 'accepted', ...id }).vault_id, NIL);
});
