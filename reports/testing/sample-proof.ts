/** A made-up proof, for the tests of its page. */
import type { FaultResult, Proof } from '../../schemas/proof.ts';

export const FAULT: FaultResult = {
  name: 'vault-absent-taken',
  sentence: 'Accepting without <vault_id> is taken.',
  kind: 'wrong acceptance',
  verdict: 'non-conformant',
  turned: [{ requirement: 'BODY-04', verdict: 'fail', reason: 'The request is "taken".' }],
  untested: 1,
  requests: 400,
  durationMs: 10,
  breaks: 'BODY-04',
  beside: [],
  tests: 'all',
  outcome: 'found',
};

export function sampleProof(change: Partial<Proof> = {}): Proof {
  const { breaks, outcome: _outcome, tests: _tests, ...trial } = FAULT;
  const healthy = { ...trial, verdict: 'conformant' as const, turned: [], warns: [] };
  return {
    schemaVersion: 1,
    depth: 'whole',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1000,
    counts: {
      faults: 1,
      found: 1,
      variants: 1,
      passed: 1,
      targets: 1,
      exposed: 1,
      requirements: 1,
      proven: 1,
      medianTurned: 1,
      distribution: { 1: 1 },
    },
    problems: [],
    faults: [FAULT],
    variants: [
      {
        ...healthy,
        name: 'codes-differ',
        sentence: 'It has other codes.',
        left: [],
        problems: [],
        lanes: 1,
        beside: [],
        outcome: 'passed',
      },
    ],
    targets: [
      {
        ...healthy,
        name: 'login-page',
        sentence: 'A page to sign in on.',
        verdict: 'error',
        outcome: 'exposed',
        problems: [`https://${'long.'.repeat(40)}example.com answers 200 with HTML.`],
      },
    ],
    requirements: [
      { id: breaks, level: 'must', statement: 'Accepting needs a vault.', faults: [FAULT.name], also: [] },
    ],
    ...change,
  };
}
