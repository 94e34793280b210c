import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  FullConfig,
  FullResult,
  TestResult as PlaywrightResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
} from '@playwright/test/reporter';
import packageJson from '../package.json' with { type: 'json' };
import type { ConformanceReport, ExchangeEvidence, TestRecord, TestResult } from '../schemas/results.ts';
import type { MergeFacts, RunFacts, ShardFacts } from '../schemas/run-facts.ts';
import type { Waiver } from '../schemas/verdict.ts';
import { renderAnnotations } from './annotations.ts';
import { buildReport } from './build-report.ts';
import { consoleSummary, useColour } from './console-summary.ts';
import { appendJobSummary } from './job-summary.ts';
import { writeOutputs } from './outputs.ts';
import { Progress } from './progress.ts';
import { renderSummary } from './summary-markdown.ts';
import { failureOf, resultOf, sectionOf, takeRecord } from './test-results.ts';

/** Turns what the tests recorded into `conformance.json` and its pages, and decides how the run ends. */
export default class ConformanceReporter implements Reporter {
  private config: FullConfig | undefined;
  private root: Suite | undefined;
  private startedAt = new Date();
  private progress: Progress | undefined;
  private lastWords = '';
  private readonly records = new Map<string, TestRecord>();
  private readonly unexpected: string[] = [];
  private readonly merge: MergeFacts | undefined;

  /** @param options `merge`: file with the facts of all parts, when their blob reports are put together */
  constructor({ merge }: { merge?: string } = {}) {
    this.merge = readJson<MergeFacts>(merge);
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.config = config;
    this.root = suite;
    this.startedAt = new Date();
    if (!this.merge) this.progress = new Progress(process.stdout, suite.allTests().map(sectionOf));
  }

  onError(error: TestError): void {
    this.unexpected.push(error.message ?? error.value ?? 'an unknown error');
  }

  onTestEnd(test: TestCase, result: PlaywrightResult): void {
    const record = takeRecord(result);
    if (record) this.records.set(test.id, record);
    // A test that was cut off says nothing of its section.
    if (result.status !== 'interrupted')
      this.progress?.testEnded(sectionOf(test), failureOf(test, result, record));
  }

  async onEnd(result: FullResult): Promise<{ status: FullResult['status'] }> {
    const facts = this.merge?.facts ?? (this.config?.metadata.run as RunFacts | undefined);
    if (!facts) return { status: 'failed' };
    if (this.unexpected.length > 0 && !facts.unusable && !this.merge) {
      facts.problems.push(...this.unexpected);
      facts.unusable = this.records.size === 0;
    }
    const exchanges = new Map<string, ExchangeEvidence>();
    for (const record of this.records.values())
      for (const exchange of record.exchanges) exchanges.set(exchange.id, exchange);
    const interrupted =
      this.merge?.interrupted ?? (result.status === 'interrupted' || result.status === 'timedout');
    // Files that cannot be used were found out before anything was sent: the run is unusable already.
    const baseline = facts.unusable ? undefined : readJson<ConformanceReport>(facts.baselineFile);
    const waivers = facts.unusable ? undefined : readJson<Waiver[]>(facts.waiversFile);
    const report = buildReport({
      suite: { name: packageJson.name, version: packageJson.version },
      facts,
      startedAt: this.merge ? result.startTime : this.startedAt,
      durationMs: Math.round(result.duration),
      interrupted,
      missingShards: this.merge?.missingShards ?? [],
      tests: this.allResults(interrupted),
      exchanges,
      waivers: waivers ?? [],
      ...(baseline ? { baseline } : {}),
    });
    writeOutputs(report, facts.reportsDirectory);
    this.progress?.end();
    this.lastWords = consoleSummary(report, facts.reportsDirectory, useColour());
    if (process.env.GITHUB_ACTIONS) this.lastWords = renderAnnotations(report) + this.lastWords;
    appendJobSummary(renderSummary(report), process.env.GITHUB_STEP_SUMMARY);
    if (facts.shard) writeShardFacts({ ...facts, interrupted });
    if (interrupted && !this.merge) return { status: result.status };
    const code = exitCode(report);
    // Playwright knows 0 and 1 only, and 0 alone for a merge.
    if (code === 2 || this.merge) process.once('exit', () => (process.exitCode = code));
    return { status: code === 0 ? 'passed' : 'failed' };
  }

  /** Only after every reporter is through: the last line tells where the report is. */
  async onExit(): Promise<void> {
    process.stdout.write(this.lastWords);
  }

  printsToStdio(): boolean {
    return true;
  }

  /** Every test that was to run; those of a missing part are known by name alone. */
  private allResults(interrupted: boolean): TestResult[] {
    const found = (this.root?.allTests() ?? []).map((test) =>
      resultOf(test, this.records.get(test.id), { rootDir: this.config?.rootDir ?? '', interrupted }),
    );
    const ids = new Set(found.map(({ id }) => id));
    const absent = (this.merge?.planned ?? []).filter(({ id }) => !ids.has(id));
    return [
      ...found,
      ...absent.map((test) => ({
        ...test,
        status: 'not-run' as const,
        reason: `the part of the run with this test is missing (${this.merge?.missingShards.join(', ')})`,
        durationMs: 0,
        outcomes: [],
        exchanges: [],
      })),
    ];
  }
}

/** 0, 1 or 2, as the README says. */
function exitCode({ verdict, waivers }: ConformanceReport): 0 | 1 | 2 {
  if (verdict === 'error') return 2;
  return verdict === 'non-conformant' || waivers.some(({ state }) => state !== 'used') ? 1 : 0;
}

/** Beside the blob report, under a name of its own, so that the files of all parts fit into one directory. */
function writeShardFacts(facts: ShardFacts): void {
  const name = `facts-${facts.shard?.replace('/', '-of-')}.json`;
  const directory = join(facts.reportsDirectory, 'blob');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, name), `${JSON.stringify(facts)}\n`);
}

function readJson<T>(path: string | undefined): T | undefined {
  return path === undefined ? undefined : (JSON.parse(readFileSync(path, 'utf8')) as T);
}
