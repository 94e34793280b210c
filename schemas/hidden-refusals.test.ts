import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeHiddenRefusals } from './hidden-refusals.ts';
import type { ExchangeEvidence } from './results.ts';
import { NO_MISTAKE, type Situation } from './situations.ts';

const REFUSED = '{"error_code":"BackupService.9900","error_msg":"The parameter is wrong"}';
const BUSY = '{"error_code":"BackupService.9900","error_msg":"Another operation is in progress"}';
let sent = 0;

/** One try of a plain accept of a pending share, unless it is said otherwise. */
function put(status: number, text: string, situation: Partial<Situation> = {}): ExchangeEvidence {
  sent += 1;
  return {
    id: `e${sent}`,
    startedAt: new Date(sent).toISOString(),
    request: { method: 'PUT', url: 'http://cbr/v3/p/backups/b/members/p', body: { text: '{}' } },
    response: { status, body: { text } },
    situation: {
      state: 'pending',
      decision: 'accept',
      mistake: NO_MISTAKE,
      repetition: 'first',
      actor: 'member',
      ...situation,
    },
  } as unknown as ExchangeEvidence;
}

const shared = (): ExchangeEvidence => {
  sent += 1;
  return {
    id: `e${sent}`,
    startedAt: new Date(sent).toISOString(),
    request: { method: 'POST', url: 'http://cbr/v3/o/backups/b/members', body: null },
    response: { status: 200, body: { text: '' } },
  } as unknown as ExchangeEvidence;
};

const thrice = (make: () => ExchangeEvidence[]) => [...make(), ...make(), ...make()];
const broken = (all: ExchangeEvidence[]) => judgeHiddenRefusals(all).map(({ requirement }) => requirement);

test('what is refused as wrong and taken at once when it is sent again breaks that it works', () => {
  const [breach] = judgeHiddenRefusals(thrice(() => [put(400, REFUSED), put(200, '{}')]));
  assert.equal(breach?.requirement, 'STAT-01');
  assert.match(breach?.message ?? '', /: 3 times in this run\.$/);
  const revoked = { state: 'accepted', decision: 'reject' } as const;
  assert.deepEqual(broken(thrice(() => [put(404, REFUSED, revoked), put(200, '{}', revoked)])), ['STAT-09']);
});

test('once, for another reason, of another share or in another state it is none', () => {
  assert.deepEqual(broken([put(400, REFUSED), put(200, '{}')]), []);
  assert.deepEqual(broken(thrice(() => [put(400, BUSY), put(200, '{}')])), []);
  assert.deepEqual(broken(thrice(() => [put(409, REFUSED), put(200, '{}')])), []);
  assert.deepEqual(broken(thrice(() => [put(400, REFUSED), shared(), put(200, '{}')])), []);
  assert.deepEqual(broken(thrice(() => [put(400, REFUSED), put(200, '{}', { actor: 'owner' })])), []);
});
