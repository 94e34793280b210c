import type { ExchangeEvidence } from './results.ts';

/** What the main process learns about a run and its reporter needs: carried by Playwright's `metadata`. */
export interface RunFacts {
  reportsDirectory: string;
  target: { kind: 'mock' | 'live'; endpoint: string };
  /** The configuration, secrets as `(set)`. */
  configuration: Record<string, string>;
  strict: boolean;
  waiversFile?: string;
  baselineFile?: string;
  shard?: string;
  /** The target could not be tested at all: exit code 2. */
  unusable: boolean;
  problems: string[];
  /** Exchanges made by the main process: preflight and clean-up. */
  exchanges: ExchangeEvidence[];
}
