/** Made-up runs of every kind that a page must show well: for the tests of the pages and the pictures of the README. */
import { PAGE_EDITION } from '../../schemas/page.ts';
import { REQUIREMENT_IDS, type RequirementId, requirement } from '../../schemas/requirements.ts';
import type { ConformanceReport, ExchangeEvidence, Outcome, TestResult } from '../../schemas/results.ts';
import type { RunFacts } from '../../schemas/run-facts.ts';
import { buildReport } from '../build-report.ts';

const MEMBER = 'f841e01fd2b14e7fa41b6ae7aa6b0594';
const URL_OF_A_SHARE = `https://cbr.example.com/v3/${MEMBER}/backups/a5200268-74a5-4806-acc6-95793ab0228b/members/${MEMBER}`;

export interface SampleOptions {
  /** Requirements that do not hold. */
  broken?: readonly RequirementId[];
  /** Tests that did not run any more, of every ten. */
  missing?: number;
  /** Stands wherever a server's own words stand. */
  serverText?: string;
  problems?: string[];
  unusable?: boolean;
  endpoint?: string;
  baseline?: ConformanceReport;
}

export function sampleReport(options: SampleOptions = {}): ConformanceReport {
  const { broken = [], missing = 0, serverText, problems = [], unusable = false } = options;
  const exchanges = new Map<string, ExchangeEvidence>();
  const tests = REQUIREMENT_IDS.map((id, index): TestResult => {
    const ran = !unusable && index % 10 >= missing;
    const exchange = exchangeOf(index, broken.includes(id), serverText);
    if (ran) exchanges.set(exchange.id, exchange);
    return {
      ...testOf(id, index),
      ...(ran
        ? { status: broken.includes(id) ? 'failed' : 'passed', reason: '', exchanges: [exchange.id] }
        : { status: 'not-run', reason: 'the run was interrupted before this test', exchanges: [] }),
      outcomes: ran ? [outcomeOf(id, exchange, broken.includes(id), serverText)] : [],
      ...(ran && id === 'BODY-04'
        ? { cell: { status: 'accepted', vault: 'absent', expected: 'refused' } }
        : {}),
      ...(ran && id === 'STAT-01'
        ? { cell: { status: 'accepted', vault: 'valid', expected: 'accepted' } }
        : {}),
    };
  });
  const facts: RunFacts = {
    reportsDirectory: '.',
    target: { kind: 'live', endpoint: options.endpoint ?? 'https://cbr.example.com' },
    configuration: {
      CBR_ENDPOINT: 'https://cbr.example.com',
      CBR_MEMBER_TOKEN: '(set)',
      'level of trust': 'member',
    },
    strict: false,
    unusable,
    problems,
    exchanges: [],
  };
  return buildReport({
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
}

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
  serverText?: string,
): Outcome {
  if (requirement(id).level === 'observe') {
    return { requirement: id, kind: 'observed', message: serverText ?? 'it answers 400', exchange };
  }
  if (!broken) return { requirement: id, kind: 'held', message: '', exchange };
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

function exchangeOf(index: number, broken: boolean, serverText?: string): ExchangeEvidence {
  const body = serverText ?? '{"member":{"status":"accepted","id":"824a90b3-c562-448b-ab04-60ea4a97cf60"}}';
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
      status: broken ? 200 : 400,
      statusText: serverText ?? (broken ? 'OK' : 'Bad Request'),
      headers: [['Content-Type', serverText ?? 'application/json']],
      body: { text: body, bytes: body.length, encoding: 'utf8', truncated: false },
    },
    failure: null,
    curl: `curl -i -X PUT ${URL_OF_A_SHARE} -H 'X-Auth-Token: '"$TOKEN" --data-binary '{"status":"accepted"}'`,
  };
}
