/**
 * What a run leaves behind: the record of every exchange, what each test found out about each
 * requirement, and the report that `conformance.json` files. Written by `fixtures/`, read by `reports/`.
 */

import type { Level } from './requirements.ts';
import type { Situation } from './situations.ts';

/** Whose credentials can be given. The reader is a user of the member's project who may not update. */
export type TenantName = 'member' | 'owner' | 'outsider' | 'reader';

/** The calls the suite makes. `update` is the operation under test, the others prepare and read back. */
export type OperationName = 'update' | 'show' | 'list' | 'add' | 'delete' | 'token' | 'probe';

/** A body as shown to people: redacted, cut at 4 KiB, bytes that are no UTF-8 shown as base64. */
export interface BodyEvidence {
  text: string;
  /** Size on the wire before anything was cut or decoded. */
  bytes: number;
  encoding: 'utf8' | 'base64';
  truncated: boolean;
}

/** Why no complete answer came. */
export type FailureKind =
  | 'timeout'
  | 'refused'
  | 'reset'
  | 'name'
  | 'tls'
  | 'protocol'
  | 'too-large'
  | 'breaker';

/** A try that was repeated, and what made it so (408, 429, 502, 503, 504 or a lost connection). */
export interface RetryEvidence {
  reason: string;
  waitedMs: number;
}

/** One request and its answer, free of secrets. */
export interface ExchangeEvidence {
  /** Unique in a run: an exchange that several tests judge stands in the report once. */
  id: string;
  /** What the exchange is for, in the present tense: "the member accepts the share". */
  title: string;
  operation: OperationName;
  /** Who sent it; `null` where no tenant's token stands behind it. */
  tenant: TenantName | null;
  startedAt: string;
  durationMs: number;
  retries: RetryEvidence[];
  request: { method: string; url: string; headers: [string, string][]; body: BodyEvidence | null };
  response: {
    status: number;
    statusText: string;
    headers: [string, string][];
    /** Fields of interim answers before it, and of trailers behind it; absent where there were none. */
    aside?: [string, string][];
    body: BodyEvidence;
  } | null;
  failure: { kind: FailureKind; message: string } | null;
  /** The request as a shell command, `$TOKEN` in place of the token; empty where a file left it out. */
  curl: string;
  /** Where in the tested space an update stood; absent for other calls. */
  situation?: Situation;
  /** The cell of Table 3's decision table that it tried. */
  cell?: DecisionCell;
}

export type OutcomeKind = 'held' | 'broken' | 'untested' | 'observed' | 'error';

/** What one check in one test found out about one requirement. */
export interface Outcome {
  requirement: string;
  kind: OutcomeKind;
  /** One sentence: what is wrong, why it could not be tested, or what was observed. */
  message: string;
  /** Where in the answer the difference lies, as a path: `member.created_at`, `status code`. */
  field?: string;
  expected?: string;
  received?: string;
  /** Id of the exchange that was judged. */
  exchange?: string;
  /** Ids of the readings before and after it, where the finding is about what has changed. */
  readings?: { before?: string; after?: string };
  /** Ids of the exchanges of which it is not known which one is to blame, where there are several. */
  suspects?: string[];
  /** Set where it holds only if the run has seen that the operation is there at all. */
  needsGround?: true;
}

/** Which pairs of values, and which triples of state, decision and mistake, the updates of a run met. */
export interface Coverage {
  dimensions: { name: string; values: string[] }[];
  pairs: {
    dimensions: [string, string];
    /** `excluded`: why this pair cannot be. */
    cells: { values: [string, string]; requests: number; excluded?: string }[];
  }[];
  triples: { dimensions: [string, string, string]; met: number; of: number; missing: string[] };
}

/** A cell of the decision table of Table 3. */
export interface DecisionCell {
  /** Class of the `status`, for instance `accepted` or `absent`. */
  status: string;
  vault: string;
  expected: 'accepted' | 'refused' | 'open';
}

/** The attachment by which a test hands its record over, packed; Playwright shows none whose name begins like that. */
export const RECORD = '_conformance';

/** What a test hands to the reporter, as its attachment {@link RECORD}. */
export interface TestRecord {
  outcomes: Outcome[];
  exchanges: ExchangeEvidence[];
  /** What showed that the operation is there and that the token is taken. */
  ground?: string;
  /** Why the test broke off; what it had found out until then stands. */
  error?: string;
}

export type Verdict = 'pass' | 'fail' | 'warn' | 'observed' | 'known' | 'untested' | 'error';
export type RunVerdict = 'conformant' | 'non-conformant' | 'incomplete' | 'error';

/** What it means for a requirement that its verdict was one thing in an earlier run and is another now. */
export type TransitionKind =
  | 'new'
  | 'worse'
  | 'unchanged'
  | 'better'
  | 'fixed'
  | 'lost'
  | 'gained'
  | 'changed'
  | 'same';

export interface TestResult {
  outcomes: Outcome[];
  /** Ids of its exchanges, in order. */
  exchanges: string[];
  ground?: string;
  /** Stable within a suite version: the spec file and the title path. */
  id: string;
  title: string;
  /** Spec file and line, from the folder of the specs. */
  location: string;
  /** Anchor of the test in Playwright's HTML report. */
  playwrightId: string;
  /** Requirements that the test declares, run or not. */
  requirements: string[];
  status: 'passed' | 'failed' | 'skipped' | 'error' | 'not-run';
  /** Why it was skipped, not run or ended in an error. */
  reason: string;
  durationMs: number;
}

export interface RequirementResult {
  id: string;
  level: Level;
  /** Where it stands, in words: `Table 3, vault_id; RFC 9110, section 15.5`. */
  source: string;
  /** The same as ids of the page's rows, so that the page can be shown with verdicts on it. */
  rows: string[];
  /** What its other sources say, in our words; absent where the page says it all. */
  quotes?: { source: string; text: string }[];
  statement: string;
  /** What breaking it means for somebody who calls the operation. */
  consequence: string;
  verdict: Verdict;
  /** Absent where the verdict is `pass`. */
  reason?: string;
  /** Ids of the tests that say something about it. */
  tests: string[];
}

/** A requirement whose verdict, or whose observed behaviour, is not what it was in the earlier run, or is as bad. */
export interface BaselineChange {
  id: string;
  /** Absent where the suite of that run did not know the requirement. */
  from?: Verdict;
  to?: Verdict;
  kind: TransitionKind;
  /** Follows the id: `fails now, held before`. */
  words: string;
}

export interface BaselineComparison {
  startedAt: string;
  /** Ids of the changes of these three kinds. */
  new: string[];
  fixed: string[];
  unchanged: string[];
  /** All of them, what matters most first. */
  changes: BaselineChange[];
  /** What makes the two runs hard to compare: another target, another version of the suite. */
  notes: string[];
}

/** The last runs against the same target, this one included (`CBR_HISTORY`). */
export interface History {
  /** At most 30, the oldest first. */
  runs: {
    startedAt: string;
    verdict: RunVerdict;
    counts: Record<Verdict, number>;
    /** What was tested, in the user's words. */
    version?: string;
  }[];
  /** Of each requirement: since which run it stands as it stands, in how many runs, and how often it flipped. */
  requirements: Record<string, { since: string; runs: number; flips: number }>;
}

/** The job of a pipeline that made the run, as its environment tells it. */
export interface CiJob {
  /** `GitHub` or `GitLab`. */
  system: string;
  /** Address of the job's page. */
  url?: string;
  /** Of the repository whose pipeline it is. */
  commit?: string;
}

/** What exactly the verdict is about, and what it was judged by. */
export interface Tested {
  /** In the user's words: `CBR_TARGET_VERSION`. */
  targetVersion?: string;
  /** What the answers said of the server: `Server`, `Via` and headers about versions. */
  server: { name: string; value: string; answers: number }[];
  /** Absent outside a pipeline. */
  job?: CiJob;
  /** `YYYY-MM-DD`, when the page that is the contract was updated. */
  pageEdition: string;
  suiteVersion: string;
}

export interface ConformanceReport {
  suite: { name: string; version: string; contract: string };
  verdict: RunVerdict;
  /** One sentence that gives the verdict's reason. */
  summary: string;
  target: { kind: 'mock' | 'live'; endpoint: string };
  tested: Tested;
  /** The configuration, secrets as `(set)`. */
  configuration: Record<string, string>;
  startedAt: string;
  durationMs: number;
  /** Whether everything that was planned was also executed; a cut-off run says so here. */
  completeness: { planned: number; executed: number; interrupted: boolean; missingShards: string[] };
  counts: {
    requirements: Record<Verdict, number>;
    byLevel: Record<Level, Record<Verdict, number>>;
    tests: Record<TestResult['status'], number>;
    requests: Record<OperationName, number>;
    requestsTotal: number;
    retries: number;
    sharesCreated: number;
    tokensFetched: number;
  };
  /** What stood in the way of testing, or of cleaning up; each with what to do. */
  problems: string[];
  requirements: RequirementResult[];
  waivers: { id: string; reason: string; expires: string; state: 'used' | 'stale' | 'expired' | 'unknown' }[];
  baseline?: BaselineComparison;
  history?: History;
  coverage?: Coverage;
  tests: TestResult[];
  exchanges: Record<string, ExchangeEvidence>;
}

/** Whether everything that was planned was executed, on every machine. */
export function isWhole(completeness: ConformanceReport['completeness']): boolean {
  const { planned, executed, interrupted, missingShards } = completeness;
  return executed >= planned && !interrupted && missingShards.length === 0;
}

/** The embedded mock has another port each time. */
export function isSameTarget(a: ConformanceReport['target'], b: ConformanceReport['target']): boolean {
  return a.kind === b.kind && (a.kind === 'mock' || a.endpoint === b.endpoint);
}

/** What a check found, with the difference: `… (status code: expected 4xx, got 200)` */
export function sentenceOf(outcome: Omit<Outcome, 'requirement' | 'kind'>): string {
  const { message, field, expected, received } = outcome;
  if (expected === undefined && received === undefined) return message;
  const where = field === undefined ? '' : `${field}: `;
  return `${message} (${where}expected ${expected ?? 'nothing'}, got ${received ?? 'nothing'})`;
}
