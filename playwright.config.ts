import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig, type ReporterDescription } from '@playwright/test';
import { loadEnvironment } from './fixtures/config/configuration.ts';
import type { RunFacts } from './schemas/run-facts.ts';

const root = import.meta.dirname;
const environment = loadEnvironment(root);
const reportsDirectory = resolve(root, environment.CBR_REPORTS_DIR || 'reports/latest');
const live = environment.CBR_TARGET === 'live';
const count = (variable: string | undefined) =>
  (variable ?? '').split(',').filter((id) => id.trim() !== '').length;

/**
 * A live run waits for answers, so the records bound its workers, not the cores. Ready-made shares are spent
 * in the order of the specs, refusals first: that takes one worker.
 */
function workers(): number {
  if (!live) return Math.min(availableParallelism(), 4);
  if (count(environment.CBR_SHARED_BACKUP_IDS) > 0) return 1;
  return Math.max(1, Math.min(count(environment.CBR_OWNER_BACKUP_IDS), 16));
}

const run: RunFacts = {
  reportsDirectory,
  target: { kind: live ? 'live' : 'mock', endpoint: environment.CBR_ENDPOINT ?? '' },
  configuration: {},
  strict: environment.CBR_STRICT === '1',
  ...(environment.CBR_WAIVERS ? { waiversFile: resolve(environment.CBR_WAIVERS) } : {}),
  ...(environment.CBR_BASELINE ? { baselineFile: resolve(environment.CBR_BASELINE) } : {}),
  unusable: false,
  problems: [],
  exchanges: [],
};

const reporter: ReporterDescription[] = [
  ['./reports/conformance-reporter.ts'],
  ['html', { open: 'never', outputFolder: resolve(reportsDirectory, 'playwright') }],
  ['junit', { outputFile: resolve(reportsDirectory, 'junit.xml') }],
];

const requestTimeoutMs = Number(environment.CBR_REQUEST_TIMEOUT_MS) || 30_000;

export default defineConfig({
  testDir: './specs',
  testMatch: '*.spec.ts',
  outputDir: './test-results',
  globalSetup: './fixtures/runner/global-setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A repetition would hide that the server behaves differently from one time to the next.
  retries: 0,
  workers: workers(),
  // Every request has a deadline of its own; this one is for faults of the suite.
  timeout: Math.max(120_000, requestTimeoutMs * 20),
  reporter,
  metadata: { run },
});
