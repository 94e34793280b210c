/** Made-up runs of every kind that a page must show well: for the tests of the pages and the pictures of the README. */
import { PAGE_EDITION } from '../../schemas/page.ts';
import { REQUIREMENT_IDS, type RequirementId, requirement } from '../../schemas/requirements.ts';
import type {
  ConformanceReport,
  DecisionCell,
  ExchangeEvidence,
  Outcome,
  TestResult,
} from '../../schemas/results.ts';
import type { RunFacts } from '../../schemas/run-facts.ts';
import { DECISIONS, type MistakeKind, REPETITIONS, STATES } from '../../schemas/situations.ts';
import { buildReport } from '../build-report.ts';
import { sampleHistory } from './sample-history.ts';

const MEMBER = 'f841e01fd2b14e7fa41b6ae7aa6b0594';
const OWNER = '9c7f0bde94171f799ebe7788868ce203';
const VAULT = '4b27c05b-8ad7-48c6-a886-526666c035f0';
const URL_OF_A_SHARE = `https://cbr.example.com/v3/${MEMBER}/backups/a5200268-74a5-4806-acc6-95793ab0228b/members/${MEMBER}`;

interface SampleOptions {
  /** Requirements that do not hold. */
  broken?: readonly RequirementId[];
  /** Tests that did not run any more, of every ten. */
  missing?: number;
  /** Stands wherever a server's own words stand. */
  serverText?: string;
  /** What the end of the run found, in no test. */
  late?: Outcome[];
  problems?: string[];
  unusable?: boolean;
  endpoint?: string;
  target?: 'mock' | 'live';
  /** Runs before this one that the history knows. */
  runs?: number;
  baseline?: ConformanceReport;
}

export function sampleReport(options: SampleOptions = {}): ConformanceReport {
  const { broken = [], missing = 0, serverText, problems = [], unusable = false } = options;
  const exchanges = new Map<string, ExchangeEvidence>();
  const tests = REQUIREMENT_IDS.map((id, index): TestResult => {
    const ran = !unusable && index % 10 >= missing;
    const isBroken = broken.includes(id);
    const exchange = exchangeOf(id, index, isBroken, serverText);
    const readings = CHANGES.has(id) && isBroken ? readingsAround(exchange) : [];
    if (ran) for (const one of [exchange, ...readings]) exchanges.set(one.id, one);
    return {
      ...testOf(id, index),
      ...(ran
        ? { status: isBroken ? 'failed' : 'passed', reason: '', exchanges: idsOf(exchange, readings) }
        : { status: 'not-run', reason: 'the run was interrupted before this test', exchanges: [] }),
      outcomes: ran ? [outcomeOf(id, exchange, isBroken, serverText, readings)] : [],
    };
  });
  const facts: RunFacts = {
    reportsDirectory: '.',
    target: { kind: options.target ?? 'live', endpoint: options.endpoint ?? 'https://cbr.example.com' },
    targetVersion: 'build 4711',
    job: {
      system: 'GitHub',
      url: 'https://github.com/team/server/actions/runs/42/attempts/1',
      commit: '3f2c1abd3f2c1abd3f2c1abd3f2c1abd3f2c1abd',
    },
    configuration: {
      CBR_ENDPOINT: 'https://cbr.example.com',
      CBR_MEMBER_DOMAIN: 'domain of the member',
      CBR_MEMBER_PASSWORD: '(set)',
      CBR_MEMBER_PROJECT_ID: MEMBER,
      CBR_MEMBER_USERNAME: 'conformance',
      CBR_MEMBER_VAULT_ID: VAULT,
      CBR_OWNER_PROJECT_ID: OWNER,
      CBR_OWNER_TOKEN: '(set)',
      IAM_ENDPOINT: 'https://iam.example.com',
      'level of trust': 'member, owner with 1 backup',
    },
    ...(unusable ? {} : { mistakes: MISTAKES }),
    strict: false,
    lastLook: options.late ?? [],
    unusable,
    problems,
    exchanges: [],
  };
  const report = buildReport({
    suite: { name: 'sample', version: '0.0.0' },
    facts,
    startedAt: new Date('2026-01-31T09:05:03Z'),
    durationMs: 65_000,
    interrupted: missing > 0,
    missingShards: [],
    tests,
    exchanges,
    waivers: [],
    ...(options.baseline ? { baseline: options.baseline } : {}),
  });
  return options.runs === undefined ? report : { ...report, history: sampleHistory(report, options.runs) };
}

const MISTAKES: MistakeKind[] = [
  { name: 'no vault_id', requirement: 'BODY-04', part: 'body', subject: 'vault_id', only: 'accept' },
  { name: 'unknown backup_id', requirement: 'PATH-01', part: 'path', subject: 'backup_id' },
  { name: 'no token', requirement: 'AUTH-01', part: 'token', subject: 'X-Auth-Token', tokenless: true },
];

function testOf(id: RequirementId, index: number) {
  return {
    id: `sample.spec.ts › ${id}`,
    title: `${id} the server keeps what the contract of ${PAGE_EDITION} says`,
    location: `sample.spec.ts:${index + 1}`,
    playwrightId: `sample-${index}`,
    requirements: [id],
    durationMs: 20,
  };
}

function outcomeOf(
  id: RequirementId,
  { id: exchange }: ExchangeEvidence,
  broken: boolean,
  serverText: string | undefined,
  readings: readonly ExchangeEvidence[],
): Outcome {
  if (requirement(id).level === 'observe') {
    return { requirement: id, kind: 'observed', message: serverText ?? 'it answers 400', exchange };
  }
  if (!broken) return { requirement: id, kind: 'held', message: '', exchange };
  const [before, after] = readings;
  if (before && after) {
    return {
      requirement: id,
      kind: 'broken',
      message: 'The request was refused, and the share has changed all the same.',
      field: 'member.status',
      expected: '"pending"',
      received: '"accepted"',
      exchange,
      readings: { before: before.id, after: after.id },
    };
  }
  return {
    requirement: id,
    kind: 'broken',
    message: 'The request is taken as if nothing were wrong with it.',
    field: 'status code',
    expected: '4xx',
    received: serverText ?? '200',
    exchange,
  };
}

/** Requirements that are about what changes: a reading before and one after belong to their findings. */
const CHANGES = new Set<RequirementId>(['STAT-07', 'STAT-10', 'STAT-11']);

function readingsAround(call: ExchangeEvidence): ExchangeEvidence[] {
  return (['pending', 'accepted'] as const).map((status, index) => {
    const record = {
      status,
      id: '824a90b3-c562-448b-ab04-60ea4a97cf60',
      ...(index ? { vault_id: VAULT } : {}),
    };
    const text = JSON.stringify({ member: record });
    const { cell: _cell, situation: _situation, ...rest } = call;
    return {
      ...rest,
      id: `${call.id}-${index ? 'after' : 'before'}`,
      title: 'the member reads the share',
      operation: 'show',
      startedAt: `2026-01-31T09:05:0${index ? 4 : 2}.000Z`,
      request: { ...call.request, method: 'GET', body: null },
      response: {
        status: 200,
        statusText: 'OK',
        headers: [['Content-Type', 'application/json']],
        body: { text, bytes: text.length, encoding: 'utf8', truncated: false },
      },
      curl: `curl -i ${URL_OF_A_SHARE} -H 'X-Auth-Token: '"$TOKEN"`,
    };
  });
}

const idsOf = (call: ExchangeEvidence, [before, after]: readonly ExchangeEvidence[]): string[] =>
  before && after ? [before.id, call.id, after.id] : [call.id];

/** The cells of a small decision table. */
const CELLS: Partial<Record<RequirementId, DecisionCell>> = {
  'BODY-04': { status: 'accepted', vault: 'absent', expected: 'refused' },
  'BODY-07': { status: 'accepted', vault: 'unknown', expected: 'refused' },
  'BODY-10': { status: 'rejected', vault: 'unknown', expected: 'open' },
};

const oneOf = <Value>(values: readonly Value[], index: number, fallback: Value): Value =>
  values[index % values.length] ?? fallback;

function exchangeOf(
  id: RequirementId,
  index: number,
  broken: boolean,
  serverText?: string,
): ExchangeEvidence {
  const body = serverText ?? '{"member":{"status":"accepted","id":"824a90b3-c562-448b-ab04-60ea4a97cf60"}}';
  const isTaken = broken && !CHANGES.has(id);
  return {
    id: `sample-${index}`,
    title: 'the member accepts the share',
    operation: 'update',
    tenant: 'member',
    startedAt: '2026-01-31T09:05:03.000Z',
    durationMs: 10 + ((index * 37) % 400),
    retries: index === 3 ? [{ reason: 'status 503', waitedMs: 420 }] : [],
    request: {
      method: 'PUT',
      url: URL_OF_A_SHARE,
      headers: [
        ['X-Auth-Token', '$TOKEN'],
        ['Content-Type', 'application/json;charset=UTF-8'],
      ],
      body: { text: '{"status":"accepted"}', bytes: 21, encoding: 'utf8', truncated: false },
    },
    response: {
      status: isTaken ? 200 : 400,
      statusText: serverText ?? (isTaken ? 'OK' : 'Bad Request'),
      headers: [
        ['Server', 'sample/1.2'],
        ['Content-Type', serverText ?? 'application/json'],
      ],
      body: { text: body, bytes: body.length, encoding: 'utf8', truncated: false },
    },
    failure: null,
    situation: {
      // What was read before it was pending.
      state: CHANGES.has(id) ? 'pending' : oneOf(STATES, index, 'pending'),
      decision: oneOf(DECISIONS, index >> 2, 'accept'),
      mistake: oneOf(['none', ...MISTAKES.map(({ name }) => name)], index >> 3, 'none'),
      repetition: oneOf(REPETITIONS, index >> 1, 'first'),
      actor: 'member',
    },
    ...(CELLS[id] ? { cell: CELLS[id] } : {}),
    curl: `curl -i -X PUT ${URL_OF_A_SHARE} -H 'X-Auth-Token: '"$TOKEN" --data-binary '{"status":"accepted"}'`,
  };
}
