import type { CiJob, ExchangeEvidence, Outcome } from './results.ts';
import type { MistakeKind } from './situations.ts';

/** Variable set where `red-tests.ts` turns tests red, so that they need not fail in their workers. */
export const RED_TESTS_VARIABLE = 'CONFORMANCE_RED_TESTS';
/** Annotation that holds what a test found broken; the underscore hides it from Playwright's pages. */
export const BREACH_ANNOTATION = '_breach';
/** Annotation that names a requirement a test is about, and says what it is. */
export const REQUIREMENT_ANNOTATION = 'requirement';

/** What the main process learns about a run and its reporter needs: carried by Playwright's `metadata`. */
export interface RunFacts {
  reportsDirectory: string;
  /** Where the link to the last run is; absent where `CBR_REPORTS_DIR` names a directory. */
  latestLink?: string;
  target: { kind: 'mock' | 'live'; endpoint: string };
  /** The configuration, secrets as `(set)`. */
  configuration: Record<string, string>;
  strict: boolean;
  waiversFile?: string;
  baselineFile?: string;
  /** A file of one line a run, to which this one is added (`CBR_HISTORY`). */
  historyFile?: string;
  /** How many runs are kept under `reports/runs/` (`CBR_KEEP_RUNS`). */
  keepRuns?: number;
  /** What was tested, in the user's words (`CBR_TARGET_VERSION`). */
  targetVersion?: string;
  /** The pipeline's job, where one made the run. */
  job?: CiJob;
  /** `2/4` where the run is one part of several. */
  shard?: string;
  /** Playwright's arguments without `--shard`: which tests the run, all parts of it together, was to make. */
  arguments?: string[];
  /** Shares that the clean-up could not remove; `problems` tells how to. */
  sharesLeft?: number;
  /** The target could not be tested at all: exit code 2. */
  unusable: boolean;
  problems: string[];
  /** Exchanges made by the main process: preflight, last readings and clean-up. */
  exchanges: ExchangeEvidence[];
  /** What the last readings of all shares, at the end of the run, found out. */
  lastLook?: Outcome[];
  /** Every kind of mistake that the suite makes, for the table of what was covered. */
  mistakes?: MistakeKind[];
}

/** What one part of a run leaves beside its blob report, for the merge. */
export interface ShardFacts extends RunFacts {
  interrupted: boolean;
  startedAt: string;
  suiteVersion: string;
}

/** A test that was to run, as far as it is known without running it. */
export interface PlannedTest {
  id: string;
  title: string;
  location: string;
  playwrightId: string;
  requirements: string[];
}

/** What the merge of several parts knows beyond their blob reports. */
export interface MergeFacts {
  facts: RunFacts;
  interrupted: boolean;
  /** Parts that left nothing, or could not test the target. */
  missingShards: string[];
  /** Every test of all parts; only filled where a part is missing. */
  planned: PlannedTest[];
}
