import type {
  ConformanceReport,
  ExchangeEvidence,
  Outcome,
  RequirementResult,
  TestResult,
} from '../schemas/results.ts';

/**
 * The form of `conformance.json`: a report without what it would say thousands of times over, so that the file
 * of a run of thousands of cases still opens in an editor.
 */
export interface FiledReport extends Omit<ConformanceReport, 'requirements' | 'tests' | 'exchanges'> {
  schemaVersion: 2;
  requirements: FiledRequirement[];
  tests: FiledTest[];
  exchanges: Record<string, FiledExchange>;
}

interface FiledRequirement extends Omit<RequirementResult, 'tests'> {
  /** Places in `tests`, the first one being 0: `.tests[.requirements[3].tests[0]]` is a path that jq follows. */
  tests: number[];
}

interface FiledTest extends TestResult {
  /** Without what held. */
  outcomes: Outcome[];
  held: { exchange?: string; requirements: string[] }[];
}

type FiledExchange = Omit<ExchangeEvidence, 'curl'> & Partial<Pick<ExchangeEvidence, 'curl'>>;

/** Says everything in full; earlier runs of users are compared with. */
interface EarlierReport extends ConformanceReport {
  schemaVersion: 1;
}

/** Of a run of more exchanges, only those that a finding refers to are filed with their command. */
const MOST_COMMANDS = 3000;

export function filedReport(report: ConformanceReport): FiledReport {
  const { requirements, tests, exchanges: _, ...rest } = report;
  const places = new Map(tests.map(({ id }, place) => [id, place]));
  return {
    schemaVersion: 2,
    ...rest,
    requirements: requirements.map((requirement) => ({
      ...requirement,
      tests: requirement.tests.flatMap((id) => places.get(id) ?? []),
    })),
    tests: tests.map(filedTest),
    exchanges: withCommands(report),
  };
}

/**
 * The report that a file of either version holds; without the commands that were not filed, and without what of
 * `held` rested on the ground of the run, which is decided by then.
 */
export function reportOf(file: FiledReport | EarlierReport): ConformanceReport {
  if (file.schemaVersion === 1) return file;
  const { schemaVersion, requirements, tests, exchanges, ...report } = file;
  return {
    ...report,
    requirements: requirements.map((requirement) => ({
      ...requirement,
      tests: requirement.tests.flatMap((place) => tests[place]?.id ?? []),
    })),
    tests: tests.map(({ held, outcomes, ...test }) => ({
      ...test,
      outcomes: [...held.flatMap(outcomesOf), ...outcomes],
    })),
    exchanges: Object.fromEntries(
      Object.entries(exchanges).map(([id, exchange]) => [id, { ...exchange, curl: exchange.curl ?? '' }]),
    ),
  };
}

function filedTest({ outcomes, ...test }: TestResult): FiledTest {
  const held = new Map<string | undefined, string[]>();
  for (const { kind, exchange, requirement } of outcomes)
    if (kind === 'held') held.set(exchange, [...(held.get(exchange) ?? []), requirement]);
  return {
    ...test,
    outcomes: outcomes.filter(({ kind }) => kind !== 'held'),
    held: [...held].map(([exchange, requirements]) => ({
      ...(exchange === undefined ? {} : { exchange }),
      requirements,
    })),
  };
}

function outcomesOf({ requirements, ...exchange }: FiledTest['held'][number]): Outcome[] {
  return requirements.map((requirement) => ({ requirement, kind: 'held', message: '', ...exchange }));
}

function withCommands({ exchanges, tests }: ConformanceReport): FiledReport['exchanges'] {
  const all = Object.values(exchanges);
  if (all.length <= MOST_COMMANDS) return exchanges;
  const isFinding = ({ kind }: Outcome) => kind === 'broken' || kind === 'error';
  const told = new Set(
    tests
      .filter(({ outcomes }) => outcomes.some(isFinding))
      .flatMap((test) => [
        ...test.exchanges,
        ...test.outcomes.flatMap(({ exchange, readings }) => [exchange, readings?.before, readings?.after]),
      ]),
  );
  return Object.fromEntries(
    all.map(({ curl, ...exchange }) => [
      exchange.id,
      told.has(exchange.id) ? { ...exchange, curl } : exchange,
    ]),
  );
}
