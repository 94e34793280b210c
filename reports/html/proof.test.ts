import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FaultResult, Proof } from '../../schemas/proof.ts';
import { renderProof } from './proof.ts';

const fault: FaultResult = {
  name: 'vault-absent-taken',
  sentence: 'Accepting without <vault_id> is taken.',
  kind: 'wrong acceptance',
  verdict: 'non-conformant',
  turned: [{ requirement: 'BODY-04', verdict: 'fail', reason: 'The request is "taken".' }],
  untested: 1,
  requests: 400,
  durationMs: 10,
  breaks: 'BODY-04',
  tests: 'all',
  outcome: 'found',
};

const proof: Proof = {
  schemaVersion: 1,
  depth: 'whole',
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1000,
  counts: {
    faults: 1,
    found: 1,
    variants: 0,
    passed: 0,
    targets: 0,
    exposed: 0,
    requirements: 1,
    proven: 1,
    medianTurned: 1,
    distribution: { 1: 1 },
  },
  problems: [],
  faults: [fault],
  variants: [],
  targets: [],
  requirements: [
    { id: 'BODY-04', level: 'must', statement: 'Accepting needs a vault.', faults: [fault.name], also: [] },
  ],
};

test('The page shows the matrix, and each requirement with its faults', () => {
  const page = renderProof(proof);
  assert.match(page, /The proof holds\./);
  assert.match(page, /<tr id="vault-absent-taken">/);
  assert.match(page, /<b><span class="chip fail">/);
  assert.match(page, /<a href="#vault-absent-taken">/);
});

test('What servers and catalogue say is shown as text', () => {
  const page = renderProof(proof);
  assert.ok(!page.includes('<vault_id>'));
  assert.ok(page.includes('title="The request is &#34;taken&#34;."'));
});

test('A survivor and its problem are named', () => {
  const survivor: FaultResult = { ...fault, turned: [], outcome: 'survived' };
  const page = renderProof({ ...proof, faults: [survivor], problems: ['Survivor: vault-absent-taken'] });
  assert.match(page, /The proof does not hold\./);
  assert.match(page, /<li>Survivor: vault-absent-taken<\/li>/);
  assert.match(page, /<b>missed<\/b>/);
});
