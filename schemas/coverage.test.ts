import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageOf } from './coverage.ts';
import { exclusionOf, type MistakeKind, type Situation } from './situations.ts';

const MISTAKE: MistakeKind = {
  name: 'no vault_id',
  requirement: 'BODY-04',
  part: 'body',
  subject: 'vault_id',
  only: 'accept',
};
const plain: Situation = {
  state: 'pending',
  decision: 'accept',
  mistake: 'none',
  repetition: 'first',
  actor: 'member',
};

test('requests are counted under each pair of their values', () => {
  const { pairs } = coverageOf([{ situation: plain }, { situation: plain }], [MISTAKE]);
  const cells = pairs.find(({ dimensions }) => dimensions.join() === 'state,decision')?.cells ?? [];
  assert.equal(cells.find(({ values }) => values.join() === 'pending,accept')?.requests, 2);
  assert.equal(cells.find(({ values }) => values.join() === 'accepted,reject')?.requests, 0);
});

test('triples that were not met are named, and those that cannot be are none', () => {
  const { triples } = coverageOf([{ situation: { ...plain, mistake: MISTAKE.name } }], [MISTAKE]);
  assert.equal(triples.met, 1);
  assert.ok(triples.missing.includes('accepted × accept × no vault_id'));
  assert.ok(!triples.missing.some((name) => name.includes('reject × no vault_id')));
});

test('what cannot be says why', () => {
  assert.match(exclusionOf({ state: 'pending', repetition: 'again' }) ?? '', /pending no more/);
  assert.match(exclusionOf({ decision: 'reject' }, MISTAKE) ?? '', /no vault/);
  assert.equal(exclusionOf({ state: 'accepted', repetition: 'third' }), undefined);
});
