import { resolve } from 'node:path';
import { defineConfig, type ReporterDescription } from '@playwright/test';
import { type Shard, shardOf, withoutShard } from './fixtures/config/shard.ts';
import { defaultOf } from './fixtures/config/variables.ts';
import { workersOf } from './fixtures/config/workers.ts';
import { MERGE_VARIABLE, OUTCOME_VARIABLE, REPORTERS_VARIABLE } from './fixtures/playwright/names.ts';
import { addedReporters, keepReportsInPlace } from './fixtures/playwright/reporters.ts';
import { reportsDirectoryOf } from './fixtures/playwright/run-directory.ts';
import { environmentOf, initialFacts, stopUnlessWritable } from './fixtures/playwright/run-facts.ts';

const root = import.meta.dirname;
const environment = environmentOf(root);
const args = process.argv.slice(3);
const shard = shardOf(args);
const reportsDirectory = reportsDirectoryOf(root, environment, shard);
const writes = ['test', 'merge-reports'].includes(process.argv[2] ?? '') && !args.includes('--list');
if (writes) stopUnlessWritable(reportsDirectory);

keepReportsInPlace(process.env);
const { [MERGE_VARIABLE]: merge, [OUTCOME_VARIABLE]: outcome, [REPORTERS_VARIABLE]: added } = process.env;
const ours = { ...(merge ? { merge } : {}), ...(outcome ? { outcome } : {}) };
const reports: ReporterDescription[] = [
  // Comes first: those behind it see the tests as it leaves them.
  ['./reports/red-tests.ts'],
  ['./reports/without-records.ts'],
  [
    'html',
    {
      open: 'never',
      outputFolder: resolve(reportsDirectory, 'playwright'),
      title: 'Updating the Share Member Status: every test',
      noSnippets: true,
      noCopyPrompt: true,
    },
  ],
  // Has the last word, after Playwright's hint at its own report.
  ['./reports/conformance-reporter.ts', ours],
];
/**
 * The blob reporter empties its directory, so it comes before whoever adds to it. Left to itself it names its
 * file after the arguments too, and the merge would not find it.
 */
const shardReports = ({ current, total }: Shard): ReporterDescription[] => {
  const fileName = `report-${String(current).padStart(String(total).length, '0')}.zip`;
  return [
    ['./reports/red-tests.ts'],
    ['blob', { outputDir: resolve(reportsDirectory, 'blob'), fileName }],
    ['./reports/conformance-reporter.ts', ours],
  ];
};

const own = shard ? shardReports(shard) : reports;
const names = own.map(([name]) => name);

const requestTimeoutMs =
  Number(environment.CBR_REQUEST_TIMEOUT_MS) || Number(defaultOf('CBR_REQUEST_TIMEOUT_MS'));

export default defineConfig({
  testDir: './specs',
  testMatch: '*.spec.ts',
  outputDir: resolve(environment.CBR_REPORTS_DIR || shard ? reportsDirectory : root, 'test-results'),
  globalSetup: './fixtures/playwright/global-setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A repetition would hide that the server behaves differently from one time to the next.
  retries: 0,
  workers: workersOf(environment, shard),
  // Every request has a deadline of its own; this one is for faults of the suite.
  timeout: Math.max(120_000, requestTimeoutMs * 20),
  // A list of the tests is no run, and must not take the place of one's reports.
  reporter: args.includes('--list') ? 'list' : [...own, ...addedReporters(added, reportsDirectory, names)],
  metadata: {
    run: initialFacts(environment, reportsDirectory, withoutShard(args), shard),
  },
});
