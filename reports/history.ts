import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ConformanceReport, type History, isSameTarget, type Verdict } from '../schemas/results.ts';

/** A year of nights. */
const MOST_READ = 400;
const MOST_SHOWN = 30;

/** One run, as the file of `CBR_HISTORY` holds it: one line of JSON. */
export interface HistoryLine {
  startedAt: string;
  verdict: ConformanceReport['verdict'];
  target: ConformanceReport['target'];
  /** What was tested, in the user's words. */
  version?: string;
  suite: string;
  counts: Record<Verdict, number>;
  requirements: Record<string, Verdict>;
}

/** The line of a run. */
export function historyLine(report: ConformanceReport, version?: string): HistoryLine {
  return {
    startedAt: report.startedAt,
    verdict: report.verdict,
    target: { kind: report.target.kind, endpoint: report.target.endpoint },
    ...(version ? { version } : {}),
    suite: report.suite.version,
    counts: report.counts.requirements,
    requirements: Object.fromEntries(report.requirements.map(({ id, verdict }) => [id, verdict])),
  };
}

/**
 * Adds a run to the file, in one write: runs that end at once lose nothing.
 * @returns the last lines of the file, a year of nights, this one at their end
 * @throws {Error} where the file cannot be read or written
 */
export function appendHistory(path: string, line: HistoryLine): HistoryLine[] {
  mkdirSync(dirname(path), { recursive: true });
  const before = readText(path);
  // A line that was cut off must not take this one with it.
  const start = before === '' || before.endsWith('\n') ? '' : '\n';
  appendFileSync(path, `${start}${JSON.stringify(line)}\n`);
  return [...readLines(before), line].slice(-MOST_READ);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** The lines that can be read: one that was cut off, or that somebody wrote by hand, is none. */
function readLines(text: string): HistoryLine[] {
  return text.split('\n').flatMap((line) => {
    try {
      const parsed = JSON.parse(line) as HistoryLine;
      const whole =
        parsed.startedAt && parsed.verdict && parsed.target && parsed.counts && parsed.requirements;
      return whole ? [parsed] : [];
    } catch {
      return [];
    }
  });
}

/** What the last runs against the target of `current`, the newest one, come to. */
export function trendOf(lines: readonly HistoryLine[], current: HistoryLine): History {
  const ofTarget = lines.filter(({ target }) => isSameTarget(target, current.target));
  return {
    runs: ofTarget.slice(-MOST_SHOWN).map(({ startedAt, verdict, counts, version }) => ({
      startedAt,
      verdict,
      counts,
      ...(version ? { version } : {}),
    })),
    requirements: Object.fromEntries(
      Object.keys(current.requirements).map((id) => [id, standingOf(id, ofTarget)]),
    ),
  };
}

const isKnown = (verdict: Verdict | undefined): verdict is Verdict =>
  verdict !== undefined && verdict !== 'untested' && verdict !== 'error';

/**
 * Since when a requirement stands as it stands, in how many runs, and how often it flipped. A night in which it
 * could not be found out is no flip, and does not end a time in which it held.
 */
function standingOf(id: string, lines: readonly HistoryLine[]): History['requirements'][string] {
  const all = lines.map(({ startedAt, requirements }) => ({ startedAt, verdict: requirements[id] }));
  const last = all.at(-1);
  const known = all.filter(({ verdict }) => isKnown(verdict));
  const told = isKnown(last?.verdict) ? known : all;
  const other = told.findLastIndex(({ verdict }) => verdict !== last?.verdict);
  const standing = told.slice(other + 1);
  return {
    since: standing[0]?.startedAt ?? last?.startedAt ?? '',
    runs: standing.length,
    flips: known.filter(({ verdict }, index) => index > 0 && verdict !== known[index - 1]?.verdict).length,
  };
}
