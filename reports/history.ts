import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { ConformanceReport, History, Verdict } from '../schemas/results.ts';

/** A year of nights. */
const MOST_LINES = 400;
const MOST_SHOWN = 30;
const LOCK_TRIES = 200;
const LOCK_PAUSE_MS = 25;
/** Who holds a lock for longer than this was killed: writing takes milliseconds. */
const LOCK_STALE_MS = 10_000;

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
 * Adds a run to the file, of which the last 400 lines are kept. Runs that end at once wait for one another.
 * @returns all lines that the file holds now
 * @throws {Error} where the file cannot be read or written
 */
export function appendHistory(path: string, line: HistoryLine): HistoryLine[] {
  mkdirSync(dirname(path), { recursive: true });
  return locked(`${path}.lock`, () => {
    const lines = [...readHistory(path), line].slice(-MOST_LINES);
    const trial = `${path}.${process.pid}`;
    writeFileSync(trial, lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
    renameSync(trial, path);
    return lines;
  });
}

/** The lines that can be read: one that was cut off, or that somebody wrote by hand, is none. */
export function readHistory(path: string): HistoryLine[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
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

/** Holds a lock file while it works; a lock that is not given back in time is taken for one of a killed run. */
function locked<T>(lock: string, work: () => T): T {
  for (let tries = 0; ; tries += 1) {
    try {
      closeSync(openSync(lock, 'wx'));
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > LOCK_STALE_MS) rmSync(lock, { force: true });
      else if (tries >= LOCK_TRIES) throw new Error(`${lock} is held by another run`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_PAUSE_MS);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
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

/** The embedded mock has another port each time. */
function isSameTarget(a: HistoryLine['target'], b: HistoryLine['target']): boolean {
  return a.kind === b.kind && (a.kind === 'mock' || a.endpoint === b.endpoint);
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
