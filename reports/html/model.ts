import type {
  ConformanceReport,
  Outcome,
  RequirementResult,
  TestResult,
  Verdict,
} from '../../schemas/results.ts';
import { NO_MISTAKE } from '../../schemas/situations.ts';
import { type Html, html } from './markup.ts';

/** One outcome of one test. */
export interface Evidence {
  test: TestResult;
  outcome: Outcome;
}

/** One way in which a requirement does not hold, however many tests met it. */
export interface Difference {
  message: string;
  field?: string;
  expected?: string;
  received?: string;
  /** How many more there are that differ from this one in times and ids alone. */
  alike: number;
  evidence: Evidence[];
}

/** What says nothing of a cause, in what was said: times, ids, and how many or how long. */
const TIMES_AND_IDS =
  /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}[\d.]*(?:Z|[+-]\d{2}:?\d{2})?|[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}|\b\d+(?= (?:ms|s|requests?|refused)\b)/gi;

/** What has one cause stands together: requirements that the very same answers break. */
export interface Finding {
  requirement: RequirementResult;
  differences: Difference[];
  /** Requirements that the same answers break too. */
  also: RequirementResult[];
}

/** A report with what the pages of it look up again and again. */
export interface Model {
  report: ConformanceReport;
  requirements: ReadonlyMap<string, RequirementResult>;
  tests: ReadonlyMap<string, TestResult>;
  findings: Finding[];
  /** Whether Playwright's own report lies beside the page. */
  playwright: boolean;
}

const FOUND: readonly Verdict[] = ['fail', 'error', 'warn', 'known'];
const KINDS: Partial<Record<Verdict, Outcome['kind']>> = { error: 'error' };

export function modelOf(report: ConformanceReport, playwright = false): Model {
  const tests = new Map(report.tests.map((test) => [test.id, test]));
  return {
    report,
    requirements: new Map(report.requirements.map((requirement) => [requirement.id, requirement])),
    tests,
    findings: findingsOf(report, tests),
    playwright,
  };
}

/** Failures first, then by how many tests met them. */
function findingsOf(report: ConformanceReport, tests: ReadonlyMap<string, TestResult>): Finding[] {
  const broken = report.requirements.filter(({ verdict }) => FOUND.includes(verdict));
  const findings: Finding[] = [];
  const byCause = new Map<string, Finding>();
  for (const verdict of FOUND) {
    for (const requirement of broken.filter((candidate) => candidate.verdict === verdict)) {
      const differences = differencesOf(requirement, tests, report.exchanges);
      const cause = `${verdict} ${causeOf(differences) || requirement.reason}`;
      const known = byCause.get(cause);
      if (known) known.also.push(requirement);
      else {
        const finding = { requirement, differences, also: [] };
        findings.push(finding);
        byCause.set(cause, finding);
      }
    }
  }
  return findings;
}

/**
 * What a requirement was found to break in, the most frequent first. The plainest of its exchanges stands for each: what
 * a decision with nothing odd about it shows is looked for nowhere else.
 */
export function differencesOf(
  { id, verdict, tests: ids }: RequirementResult,
  tests: ReadonlyMap<string, TestResult>,
  exchanges: ConformanceReport['exchanges'],
): Difference[] {
  const kind = KINDS[verdict] ?? 'broken';
  const found = new Map<string, { evidence: [Evidence, ...Evidence[]]; said: Set<string> }>();
  for (const testId of ids) {
    const test = tests.get(testId);
    for (const outcome of test?.outcomes ?? []) {
      if (!test || outcome.requirement !== id || outcome.kind !== kind) continue;
      const { message, field, expected, received } = outcome;
      const said = JSON.stringify([message, field, expected, received]);
      const key = said.replace(TIMES_AND_IDS, '…');
      const known = found.get(key);
      if (known) {
        known.evidence.push({ test, outcome });
        known.said.add(said);
      } else found.set(key, { evidence: [{ test, outcome }], said: new Set([said]) });
    }
  }
  const isOdd = ({ outcome: { exchange = '' } }: Evidence) =>
    Number(exchanges[exchange]?.situation?.mistake !== NO_MISTAKE);
  return [...found.values()]
    .map(({ evidence, said }): Difference => {
      evidence.sort((a, b) => isOdd(a) - isOdd(b));
      const { message, field, expected, received } = evidence[0].outcome;
      return {
        message,
        ...(field === undefined ? {} : { field }),
        ...(expected === undefined ? {} : { expected }),
        ...(received === undefined ? {} : { received }),
        alike: said.size - 1,
        evidence,
      };
    })
    .sort((a, b) => b.evidence.length - a.evidence.length);
}

function causeOf(differences: readonly Difference[]): string {
  const exchanges = differences.flatMap(({ evidence }) => evidence.map(({ outcome }) => outcome.exchange));
  return [...new Set(exchanges.filter((id) => id !== undefined))].sort().join(' ');
}

/** The title of a test, leading to where it stands in Playwright's own report. */
export function testTitle({ playwright }: Model, { title, playwrightId }: TestResult): Html {
  if (!playwright || playwrightId === '') return html`${title}`;
  return html`<a href="playwright/index.html#?testId=${encodeURIComponent(playwrightId)}">${title}</a>`;
}
