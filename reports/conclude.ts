import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import type { ConformanceReport } from '../schemas/results.ts';
import type { RunFacts, ShardFacts } from '../schemas/run-facts.ts';
import type { Waiver } from '../schemas/verdict.ts';
import { renderAnnotations } from './annotations.ts';
import { buildReport, type ReportInput } from './build-report.ts';
import { consoleSummary, useColour } from './console-summary.ts';
import { appendHistory, historyLine, trendOf } from './history.ts';
import { appendJobSummary } from './job-summary.ts';
import { writeOutputs } from './outputs.ts';
import { linkLatest, pruneRuns } from './runs.ts';
import { renderSummary } from './summary-markdown.ts';

/** What a run came to, after everything was written. */
export interface Conclusion {
  /** The last words on the console. */
  words: string;
  /** 0, 1 or 2, as the README says. */
  code: 0 | 1 | 2;
}

export const SUITE = { name: packageJson.name, version: packageJson.version };

/** Makes the report of a run and all that follows from it: its files, the history, the link to the last run. */
export function concludeRun(input: Found): Conclusion {
  const { facts } = input;
  const report = remembered(buildReport({ ...input, ...givenTo(facts), suite: SUITE }), facts);
  writeOutputs(report, facts.reportsDirectory);
  if (facts.shard) writeShardFacts(facts, input);
  const notLinked = keepAsLatest(facts);
  appendJobSummary(renderSummary(report), process.env.GITHUB_STEP_SUMMARY);
  const words = notLinked + consoleSummary(report, facts.reportsDirectory, useColour());
  return {
    words: process.env.GITHUB_ACTIONS ? renderAnnotations(report) + words : words,
    code: exitCode(report),
  };
}

type Given = Pick<ReportInput, 'waivers' | 'baseline'>;
type Found = Omit<ReportInput, 'suite' | keyof Given>;

/** Files that cannot be used were found out before anything was sent: the run is unusable already. */
function givenTo({ unusable, waiversFile, baselineFile, problems }: RunFacts): Given {
  if (unusable) return { waivers: [] };
  const read = <T>(name: string, path: string | undefined): T | undefined => {
    if (path === undefined) return undefined;
    try {
      return readJson<T>(path);
    } catch (error) {
      // It was there when the run began; what the run found is not to be lost with it.
      problems.push(
        `${name} cannot be read any more, so the report goes without: ${(error as Error).message}.`,
      );
      return undefined;
    }
  };
  const baseline = read<ConformanceReport>('CBR_BASELINE', baselineFile);
  return {
    waivers: read<Waiver[]>('CBR_WAIVERS', waiversFile) ?? [],
    ...(baseline === undefined ? {} : { baseline }),
  };
}

export const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** The report with its place in the history. A part of a run is none of its lines: the merge adds the whole run. */
function remembered(
  report: ConformanceReport,
  { historyFile, shard, targetVersion }: RunFacts,
): ConformanceReport {
  if (historyFile === undefined || shard !== undefined) return report;
  try {
    const line = historyLine(report, targetVersion);
    return { ...report, history: trendOf(appendHistory(historyFile, line), line) };
  } catch (error) {
    const problem = `The run could not be added to CBR_HISTORY: ${(error as Error).message}.`;
    return { ...report, problems: [...report.problems, problem] };
  }
}

/**
 * A directory that was given holds one run, and is nobody's to tidy up.
 * @returns why the link does not lead to this run; empty where it does
 */
function keepAsLatest({ reportsDirectory, latestLink, keepRuns }: RunFacts): string {
  if (latestLink === undefined) return '';
  const runs = join(dirname(latestLink), 'runs');
  // A part lies inside the directory of its run.
  const run = dirname(reportsDirectory) === runs ? reportsDirectory : dirname(reportsDirectory);
  if (keepRuns !== undefined) pruneRuns(runs, keepRuns, run);
  try {
    linkLatest(latestLink, run);
    return '';
  } catch (error) {
    return `${latestLink} does not lead to this run: ${(error as Error).message}. Remove it, or give CBR_REPORTS_DIR.\n`;
  }
}

function exitCode({ verdict, waivers }: ConformanceReport): 0 | 1 | 2 {
  if (verdict === 'error') return 2;
  return verdict === 'non-conformant' || waivers.some(({ state }) => state !== 'used') ? 1 : 0;
}

/** Beside the blob report, under a name of its own, so that the files of all parts fit into one directory. */
function writeShardFacts(facts: RunFacts, { interrupted, startedAt }: Found): void {
  const told: ShardFacts = {
    ...facts,
    interrupted,
    startedAt: startedAt.toISOString(),
    suiteVersion: SUITE.version,
  };
  const directory = join(facts.reportsDirectory, 'blob');
  mkdirSync(directory, { recursive: true });
  const name = `facts-${facts.shard?.replace('/', '-of-')}.json`;
  writeFileSync(join(directory, name), `${JSON.stringify(told)}\n`);
}
