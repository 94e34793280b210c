import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstTryBreaches } from './first-tries.ts';
import type { ExchangeEvidence } from './results.ts';
import { NO_MISTAKE, type Situation } from './situations.ts';

const ACCEPT: Situation = {
  state: 'pending',
  decision: 'accept',
  mistake: NO_MISTAKE,
  repetition: 'first',
  actor: 'member',
};

let sent = 0;
/** Updates in one situation; `reason` is why the first try of each was not the last. */
function exchanges(count: number, situation: Partial<Situation>, reason?: string): ExchangeEvidence[] {
  return Array.from({ length: count }, () => {
    sent += 1;
    const retries = reason === undefined ? [] : [{ reason, waitedMs: 1 }];
    return {
      id: `e${sent}`,
      startedAt: new Date(sent * 1000).toISOString(),
      situation: { ...ACCEPT, ...situation },
      retries,
      response: { status: 200 },
    } as unknown as ExchangeEvidence;
  });
}
/** The same, each after another update that went well. */
const apart = (count: number, situation: Partial<Situation>, reason: string): ExchangeEvidence[] =>
  Array.from({ length: count }, () => [
    ...exchanges(1, { mistake: 'no body' }),
    ...exchanges(1, situation, reason),
  ]).flat();
const others = exchanges(100, { mistake: 'no vault_id' });
const requirementsOf = (all: ExchangeEvidence[]) =>
  firstTryBreaches(all).map(({ requirement }) => requirement);

test('A connection that is lost whenever an accept is sent first was not idle', () => {
  const idle = 'connection lost: the server may have closed it while it was idle';
  assert.deepEqual(requirementsOf([...others, ...apart(3, {}, idle)]), ['STAT-01']);
  const alike = exchanges(100, { mistake: 'no body' }, idle);
  assert.deepEqual(requirementsOf([...alike, ...apart(3, {}, idle)]), []);
});

test('An accept that fails at its first try every time, and nothing else does, is a breach', () => {
  const [breach] = firstTryBreaches([...others, ...apart(3, {}, 'status 503')]);
  assert.equal(breach?.requirement, 'STAT-01');
  assert.equal(breach?.received, 'status 503');
  assert.match(
    breach?.message ?? '',
    /: 3 of 3 of this kind \(accept by the member, taken in the end\), 0 of 103 others\.$/,
  );
});

test('What is answered in the same way to the end has not failed at its first try alone', () => {
  const toTheEnd = apart(3, {}, 'status 408').map((exchange) =>
    exchange.retries.length > 0 ? { ...exchange, response: { ...exchange.response, status: 408 } } : exchange,
  );
  assert.deepEqual(requirementsOf([...others, ...(toTheEnd as ExchangeEvidence[])]), []);
});

test('What must be refused and fails first breaks what holds for refusals', () => {
  const mistake = { mistake: 'unknown vault_id' };
  assert.deepEqual(requirementsOf([...others, ...apart(3, mistake, 'status 502')]), ['REF-01']);
  assert.deepEqual(requirementsOf([...others, ...apart(3, mistake, 'reset: gone')]), ['REF-03']);
  assert.deepEqual(requirementsOf([...others, ...apart(3, { actor: 'owner' }, 'status 503')]), ['REF-01']);
});

test('What fails first now and then, with others, or for reasons of the way there is no breach', () => {
  const failing = apart(3, {}, 'status 503');
  assert.deepEqual(requirementsOf([...others, ...failing, ...exchanges(1, {})]), []);
  assert.deepEqual(requirementsOf([...others, ...failing.slice(2)]), []);
  assert.deepEqual(requirementsOf([...others, ...exchanges(3, {}, 'status 503')]), [], 'one bad moment');
  assert.deepEqual(
    requirementsOf([...others, ...failing, ...exchanges(3, { decision: 'reject' }, 'status 429')]),
    ['STAT-01'],
  );
  assert.deepEqual(requirementsOf([...others, ...exchanges(5, {}, 'status 429')]), []);
  assert.deepEqual(requirementsOf([...others, ...exchanges(5, {}, 'connection lost: idle')]), []);
  const outage = exchanges(3, { decision: 'reject' }, 'status 503').concat(
    exchanges(1, { decision: 'reject' }),
  );
  assert.deepEqual(requirementsOf([...others, ...failing, ...outage]), []);
});

test('A kind of which some fail all through the run is a breach where nothing else fails, and a bad moment is none', () => {
  const mistake = { mistake: 'wrong status' };
  const round = (reason?: string) => [
    ...exchanges(2, mistake),
    ...exchanges(1, mistake, reason),
    ...exchanges(20, {}),
  ];
  const again = (rounds: number, reason?: string) =>
    Array.from({ length: rounds }, () => round(reason)).flat();
  assert.deepEqual(requirementsOf(again(8, 'status 500')), ['REF-01']);
  assert.deepEqual(requirementsOf([...again(3, 'status 500'), ...again(5)]), [], 'too few');
  assert.deepEqual(requirementsOf([...again(8, 'status 500'), ...exchanges(1, {}, 'status 500')]), []);
  assert.deepEqual(requirementsOf(again(8, 'status 503')), [], 'one node of several that is out');
  const moment = Array.from({ length: 8 }, () => [
    ...exchanges(2, mistake),
    ...exchanges(1, mistake, 'status 500'),
  ]).flat();
  assert.deepEqual(requirementsOf([...again(8), ...moment]), []);
  const mostly = Array.from({ length: 8 }, () => [
    ...exchanges(2, mistake),
    ...exchanges(1, mistake, 'status 500'),
    ...exchanges(1, {}),
  ]).flat();
  assert.deepEqual(requirementsOf([...exchanges(200, {}), ...mostly]), [], 'what is mostly sent meanwhile');
  const readings = (count: number) =>
    exchanges(count, {}).map(({ situation: _none, ...reading }) => ({
      ...reading,
      operation: 'show' as const,
    }));
  const read = moment.flatMap((exchange) => [exchange, ...readings(1)]);
  assert.deepEqual(requirementsOf([...again(8), ...read]), [], 'readings are served meanwhile');
});
