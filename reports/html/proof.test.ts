import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FaultResult } from '../../schemas/proof.ts';
import { FAULT, sampleProof } from '../testing/sample-proof.ts';
import { renderProof } from './proof.ts';

test('The page shows the matrix, and each requirement with its faults', () => {
  const page = renderProof(sampleProof());
  assert.match(page, /The proof holds\./);
  assert.match(page, /<tr id="vault-absent-taken">/);
  assert.match(page, /<b><span class="chip fail">/);
  assert.match(page, /<a href="#vault-absent-taken">/);
});

test('What servers and catalogue say is shown as text', () => {
  const page = renderProof(sampleProof());
  assert.ok(!page.includes('<vault_id>'));
  assert.ok(page.includes('title="The request is &#34;taken&#34;."'));
});

test('A survivor and its problem are named', () => {
  const survivor: FaultResult = { ...FAULT, turned: [], outcome: 'survived' };
  const page = renderProof(sampleProof({ faults: [survivor], problems: ['Survivor: vault-absent-taken'] }));
  assert.match(page, /The proof does not hold\./);
  assert.match(page, /<li>Survivor: vault-absent-taken<\/li>/);
  assert.match(page, /<b>missed<\/b>/);
});
