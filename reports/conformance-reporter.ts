import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type {
  FullConfig,
  FullResult,
  TestResult as PlaywrightResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
} from '@playwright/test/reporter';
import type { ExchangeEvidence, TestRecord, TestResult } from '../schemas/results.ts';
import type { MergeFacts, RunFacts } from '../schemas/run-facts.ts';
import { outliveReaders } from './closed-pipe.ts';
import { type Conclusion, concludeRun, readJson } from './conclude.ts';
import { Progress } from './progress.ts';
import { failureOf, notRun, readRecord, resultOf, sectionOf } from './test-results.ts';

const NO_TESTS =
  'No test fits what stands on the command line: look at --grep, --last-failed and file names, and at npm run conformance -- --list. What any test judges in passing, such as REF-01, has no tests of its own.';

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
  private readonly outcomeFile: string | undefined;

  /**
   * @param options `merge`: file with the facts of all parts, when their blob reports are put together;
   * `outcome`: file for the exit code, so that whoever started Playwright can tell it from Playwright's own
   */
  constructor({ merge, outcome }: { merge?: string; outcome?: string } = {}) {
    this.merge = merge === undefined ? undefined : readJson<MergeFacts>(merge);
    this.outcomeFile = outcome;
    outliveReaders();
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.config = config;
    this.root = suite;
    this.startedAt = new Date();
    if (!this.merge) this.progress = new Progress(process.stdout, suite.allTests().map(sectionOf));
  }

  onError(error: TestError): void {
    const message = stripVTControlCharacters(error.message ?? error.value ?? 'an unknown error');
    this.unexpected.push(/^(Error: )?No tests found/.test(message) ? NO_TESTS : message);
  }

  onTestEnd(test: TestCase, result: PlaywrightResult): void {
    const record = readRecord(result);
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
    const { words, code } = concluded({
      facts,
      startedAt: this.merge ? result.startTime : this.startedAt,
      durationMs: Math.round(result.duration),
      interrupted,
      missingShards: this.merge?.missingShards ?? [],
      tests: this.allResults(interrupted),
      exchanges,
    });
    this.progress?.end();
    this.lastWords = words;
    if (this.outcomeFile !== undefined) writeFileSync(this.outcomeFile, String(code));
    if (interrupted && !this.merge) return { status: result.status };
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
      ...absent.map((test) =>
        notRun(
          test,
          `the part of the run with this test is missing (${this.merge?.missingShards.join(', ')})`,
        ),
      ),
    ];
  }
}

/** Playwright passes over what a reporter throws: a report that cannot be written is told, and is no run that passed. */
function concluded(...found: Parameters<typeof concludeRun>): Conclusion {
  try {
    return concludeRun(...found);
  } catch (error) {
    const where = found[0].facts.reportsDirectory;
    const words = `The reports cannot be written into ${where}: ${(error as Error).message}. Make room there, or give another CBR_REPORTS_DIR, and run again.\n`;
    return { words, code: 2 };
  }
}
