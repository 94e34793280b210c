import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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
import type { RunFacts } from '../schemas/run-facts.ts';
import type { Waiver } from '../schemas/verdict.ts';
import { buildReport } from './build-report.ts';
import { consoleSummary } from './console-summary.ts';
import { renderHtml } from './html.ts';

/** Turns what the tests recorded into `conformance.json` and its pages, and decides how the run ends. */
export default class ConformanceReporter implements Reporter {
  private config: FullConfig | undefined;
  private root: Suite | undefined;
  private startedAt = new Date();
  private readonly records = new Map<string, TestRecord>();
  private readonly unexpected: string[] = [];

  onBegin(config: FullConfig, suite: Suite): void {
    this.config = config;
    this.root = suite;
    this.startedAt = new Date();
  }

  onError(error: TestError): void {
    this.unexpected.push(error.message ?? error.value ?? 'an unknown error');
  }

  onTestEnd(test: TestCase, result: PlaywrightResult): void {
    const attachment = result.attachments.find(({ name }) => name === '_conformance');
    const text =
      attachment?.body?.toString('utf8') ??
      (attachment?.path ? readFileSync(attachment.path, 'utf8') : undefined);
    if (text !== undefined) this.records.set(test.id, JSON.parse(text) as TestRecord);
  }

  async onEnd(result: FullResult): Promise<{ status: FullResult['status'] }> {
    const facts = this.config?.metadata.run as RunFacts | undefined;
    if (!facts) return { status: 'failed' };
    if (this.unexpected.length > 0 && !facts.unusable) {
      facts.problems.push(...this.unexpected);
      facts.unusable = this.records.size === 0;
    }
    const exchanges = new Map<string, ExchangeEvidence>();
    for (const record of this.records.values())
      for (const exchange of record.exchanges) exchanges.set(exchange.id, exchange);
    const interrupted = result.status === 'interrupted' || result.status === 'timedout';
    const baseline = readJson<ConformanceReport>(facts.baselineFile);
    const report = buildReport({
      suite: { name: packageJson.name, version: packageJson.version },
      facts,
      startedAt: this.startedAt,
      durationMs: Math.round(result.duration),
      interrupted,
      missingShards: [],
      tests: (this.root?.allTests() ?? []).map((test) => this.resultOf(test, interrupted)),
      exchanges,
      waivers: readJson<Waiver[]>(facts.waiversFile) ?? [],
      ...(baseline ? { baseline } : {}),
    });
    mkdirSync(facts.reportsDirectory, { recursive: true });
    writeFileSync(join(facts.reportsDirectory, 'conformance.json'), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(facts.reportsDirectory, 'conformance.html'), renderHtml(report));
    process.stdout.write(consoleSummary(report, relative(process.cwd(), facts.reportsDirectory) || '.'));
    if (interrupted) return { status: result.status };
    const code = exitCode(report);
    // Playwright knows 0 and 1 only.
    if (code === 2) process.once('exit', () => (process.exitCode = 2));
    return { status: code === 0 ? 'passed' : 'failed' };
  }

  printsToStdio(): boolean {
    return true;
  }

  private resultOf(test: TestCase, interrupted: boolean): TestResult {
    const record = this.records.get(test.id);
    const last = test.results.at(-1);
    const location = relative(this.config?.rootDir ?? '', test.location.file);
    const [, , , ...titles] = test.titlePath();
    return {
      id: `${location} › ${titles.join(' › ')}`,
      title: test.title,
      location: `${location}:${test.location.line}`,
      playwrightId: test.id,
      requirements: declared(test),
      status: statusOf(record, last),
      reason: record
        ? ''
        : interrupted
          ? 'the run was interrupted before this test'
          : 'the test did not run to its end',
      durationMs: last?.duration ?? 0,
      outcomes: record?.outcomes ?? [],
      exchanges: record?.exchanges.map(({ id }) => id) ?? [],
      ...(record?.cell ? { cell: record.cell } : {}),
    };
  }
}

/** The requirements a test is about; what it judges in passing speaks through its outcomes. */
function declared(test: TestCase): string[] {
  return test.annotations.flatMap(({ type, description }) =>
    type === 'requirement' && description ? [description] : [],
  );
}

function statusOf(
  record: TestRecord | undefined,
  result: PlaywrightResult | undefined,
): TestResult['status'] {
  if (!record || !result) return 'not-run';
  if (record.outcomes.some(({ kind }) => kind === 'error')) return 'error';
  if (result.status === 'skipped') return 'skipped';
  return result.status === 'passed' ? 'passed' : 'failed';
}

/** 0, 1 or 2, as the README says. */
function exitCode({ verdict, waivers }: ConformanceReport): 0 | 1 | 2 {
  if (verdict === 'error') return 2;
  return verdict === 'non-conformant' || waivers.some(({ state }) => state !== 'used') ? 1 : 0;
}

function readJson<T>(path: string | undefined): T | undefined {
  return path === undefined ? undefined : (JSON.parse(readFileSync(path, 'utf8')) as T);
}
