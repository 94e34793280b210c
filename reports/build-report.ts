import { coverageOf } from '../schemas/coverage.ts';
import { firstTryBreaches } from '../schemas/first-tries.ts';
import { PAGE_EDITION } from '../schemas/page.ts';
import {
  describeSource,
  LEVELS,
  REQUIREMENT_IDS,
  type RequirementId,
  requirement,
} from '../schemas/requirements.ts';
import type {
  ConformanceReport,
  ExchangeEvidence,
  OperationName,
  RequirementResult,
  TestResult,
  Verdict,
} from '../schemas/results.ts';
import type { RunFacts } from '../schemas/run-facts.ts';
import { quotesOf } from '../schemas/sources.ts';
import {
  groundOf,
  isExpired,
  LAST_LOOK,
  lastLookOf,
  runVerdictOf,
  silenceOf,
  testOutcomesOf,
  verdictOf,
  type Waiver,
} from '../schemas/verdict.ts';
import { type Baseline, compareWithBaseline } from './baseline.ts';
import { plural } from './html/markup.ts';
import { leavesTestsOut } from './selection.ts';
import { testedOf } from './tested.ts';

export interface ReportInput {
  suite: { name: string; version: string };
  facts: RunFacts;
  startedAt: Date;
  durationMs: number;
  interrupted: boolean;
  missingShards: string[];
  tests: TestResult[];
  exchanges: ReadonlyMap<string, ExchangeEvidence>;
  waivers: readonly Waiver[];
  baseline?: Baseline;
}

/** The report, as a pure function of what a run found. */
export function buildReport(input: ReportInput): ConformanceReport {
  const { facts, tests, startedAt, durationMs } = input;
  const late = lastLookOf([...(facts.lastLook ?? []), ...firstTryBreaches(input.exchanges.values())]);
  const requirements = REQUIREMENT_IDS.map((id) => resultOf(id, input, [...tests, ...late]));
  const verdicts = new Map(requirements.map(({ id, verdict }) => [id as RequirementId, verdict]));
  const executed = tests.filter(({ status }) => status !== 'not-run');
  const judged = runVerdictOf(verdicts, facts.unusable || (executed.length === 0 && !input.interrupted));
  // What a missing part would have found nobody knows: only a breach that another part found stands.
  const verdict = input.missingShards.length > 0 && judged !== 'non-conformant' ? 'error' : judged;
  const exchanges = Object.fromEntries([
    ...input.exchanges,
    ...facts.exchanges.map((exchange) => [exchange.id, exchange] as const),
  ]);
  const report: ConformanceReport = {
    suite: { ...input.suite, contract: `Updating the Share Member Status, page of ${PAGE_EDITION}` },
    verdict,
    summary: '',
    target: facts.target,
    tested: testedOf(facts, Object.values(exchanges), input.suite.version),
    configuration: facts.configuration,
    startedAt: startedAt.toISOString(),
    durationMs,
    completeness: {
      planned: tests.length,
      executed: executed.length,
      interrupted: input.interrupted,
      missingShards: input.missingShards,
    },
    counts: countAll(requirements, tests, Object.values(exchanges)),
    problems: facts.problems,
    requirements,
    waivers: input.waivers.map((waiver) => ({ ...waiver, state: waiverState(waiver, verdicts, input) })),
    ...(facts.mistakes ? { coverage: coverageOf(Object.values(exchanges), facts.mistakes) } : {}),
    tests: [...tests, ...endOfRun(late)],
    exchanges,
  };
  const left = facts.sharesLeft
    ? ` ${plural(facts.sharesLeft, 'share was', 'shares were')} left behind on the target.`
    : '';
  const part = facts.shard
    ? ` This is part ${facts.shard} of a run: npm run merge puts the parts together.`
    : '';
  const compared = input.baseline ? { baseline: compareWithBaseline(input.baseline, report) } : {};
  return { ...report, ...compared, summary: summarise(report) + left + part };
}

/** What the end of the run found broken, as a test beside those that ran. */
function endOfRun(late: ReturnType<typeof lastLookOf>): TestResult[] {
  return late.flatMap(({ id, outcomes }) => {
    const broken = outcomes.filter(({ kind }) => kind === 'broken');
    if (broken.length === 0) return [];
    return {
      id,
      title: id.replace(' › ', ': '),
      location: '',
      playwrightId: '',
      requirements: [...new Set(broken.map(({ requirement: broke }) => broke))],
      status: 'failed',
      reason: '',
      durationMs: 0,
      outcomes: broken,
      exchanges: broken.flatMap(({ exchange }) => exchange ?? []),
    };
  });
}

function resultOf(
  id: RequirementId,
  { tests, facts, waivers, startedAt }: ReportInput,
  telling: Parameters<typeof testOutcomesOf>[1],
): RequirementResult {
  const { level, source, statement, consequence } = requirement(id);
  const quotes = quotesOf(source);
  const findings = testOutcomesOf(id, telling);
  const waiver = waivers.find((candidate) => candidate.id === id && !isExpired(candidate, startedAt));
  const judgement = verdictOf(id, findings, {
    strict: facts.strict,
    waiver,
    ground: groundOf(tests),
    silence: silenceOf(id, tests, facts.shard !== undefined || leavesTestsOut(facts.arguments ?? [])),
  });
  const cause =
    judgement.verdict === 'untested' && facts.unusable
      ? { verdict: 'error' as const, reason: facts.problems.join(' ') }
      : judgement;
  return {
    id,
    level,
    source: describeSource(source),
    rows: [...source.rows],
    ...(quotes.length > 0 ? { quotes } : {}),
    statement,
    consequence,
    ...cause,
    // Where it broke nothing, the end of the run is no test that a reader could look at.
    tests: [
      ...new Set(
        findings
          .filter(({ testId, outcome }) => testId !== LAST_LOOK || outcome.kind === 'broken')
          .map(({ testId }) => testId),
      ),
    ],
  };
}

function waiverState(
  waiver: Waiver,
  verdicts: ReadonlyMap<RequirementId, Verdict>,
  { startedAt, facts }: Pick<ReportInput, 'startedAt' | 'facts'>,
) {
  const verdict = verdicts.get(waiver.id as RequirementId);
  if (verdict === undefined) return 'unknown';
  if (isExpired(waiver, startedAt)) return 'expired';
  // What holds in one part of a run may be broken in another: the merge knows.
  if (facts.shard) return 'used';
  return verdict === 'pass' || verdict === 'observed' ? 'stale' : 'used';
}

const VERDICTS: readonly Verdict[] = ['pass', 'fail', 'warn', 'observed', 'known', 'untested', 'error'];
const OPERATIONS: readonly OperationName[] = ['update', 'show', 'list', 'add', 'delete', 'token', 'probe'];
const STATUSES: readonly TestResult['status'][] = ['passed', 'failed', 'skipped', 'error', 'not-run'];

function tally<Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
}

function countAll(
  requirements: readonly RequirementResult[],
  tests: readonly TestResult[],
  exchanges: readonly ExchangeEvidence[],
): ConformanceReport['counts'] {
  const byVerdict = (some: readonly RequirementResult[]) =>
    tally(VERDICTS, (verdict) => some.filter((result) => result.verdict === verdict).length);
  const worked = (operation: OperationName) =>
    exchanges.filter(
      (exchange) =>
        exchange.operation === operation && Math.floor((exchange.response?.status ?? 0) / 100) === 2,
    ).length;
  const tries = (some: readonly ExchangeEvidence[]) =>
    some.reduce((sum, { retries }) => sum + 1 + retries.length, 0);
  return {
    requirements: byVerdict(requirements),
    byLevel: tally(LEVELS, (level) => byVerdict(requirements.filter((result) => result.level === level))),
    tests: tally(STATUSES, (status) => tests.filter((test) => test.status === status).length),
    requests: tally(OPERATIONS, (operation) =>
      tries(exchanges.filter((exchange) => exchange.operation === operation)),
    ),
    requestsTotal: tries(exchanges),
    retries: exchanges.reduce((sum, { retries }) => sum + retries.length, 0),
    sharesCreated: worked('add'),
    tokensFetched: worked('token'),
  };
}

function summarise({ verdict, counts, problems, completeness }: ConformanceReport): string {
  const { must, should } = counts.byLevel;
  const cut =
    completeness.interrupted || completeness.missingShards.length > 0 ? ' The run was cut off.' : '';
  const warned =
    counts.requirements.warn > 0
      ? ` ${plural(counts.requirements.warn, 'SHOULD does', 'SHOULDs do')} not hold.`
      : '';
  switch (verdict) {
    case 'conformant':
      return `Every requirement the contract makes a MUST holds.${warned}${cut}`;
    case 'non-conformant':
      return `${plural(must.fail + should.fail, 'requirement is', 'requirements are')} broken.${warned}${cut}`;
    case 'incomplete':
      return `No MUST is broken, but ${plural(must.untested, 'of them was', 'of them were')} not tested.${warned}${cut}`;
    case 'error':
      return `The target could not be judged.${problems.length > 0 ? ` ${problems[0]}` : ''}${completeness.executed > 0 ? cut : ''}`;
  }
}
