import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** `2026-01-31T09-05-03Z-1a2b`: the start in UTC, and what keeps two runs of the same second apart. */
const RUN_NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[\w-]+$/;
/** A run that has no report yet may still be going on. */
const MAY_GO_ON_MS = 24 * 60 * 60 * 1000;

/**
 * Makes `latest` lead to this run, whatever run it led to before.
 * @throws {Error} where something else is in its place, which is nobody's to remove, or no link can be made
 */
export function linkLatest(latest: string, run: string): void {
  const found = lstatSync(latest, { throwIfNoEntry: false });
  if (found && !found.isSymbolicLink()) throw new Error('there is something that is no link');
  const trial = `${latest}.${process.pid}`;
  rmSync(trial, { force: true });
  // Windows links directories without special rights only in this form, and by their whole path.
  const target = process.platform === 'win32' ? run : relative(dirname(latest), run);
  symlinkSync(target, trial, 'junction');
  try {
    renameSync(trial, latest);
  } catch {
    // Not every system puts one link in the place of another in one step.
    rmSync(latest, { recursive: true, force: true });
    renameSync(trial, latest);
  }
}

/**
 * Removes the oldest runs beyond `keep`. One of which shares are left on a target stays, as its ledger tells
 * how to remove them, and so does one that may still be going on.
 * @param current the run that has just ended
 */
export function pruneRuns(runs: string, keep: number, current: string, now = Date.now()): void {
  const names = readdirSync(runs)
    .filter((name) => RUN_NAME.test(name))
    .sort()
    .reverse();
  for (const name of names.slice(Math.max(keep, 1))) {
    const directory = join(runs, name);
    if (name === basename(current) || hasOpenLedger(directory) || mayGoOn(directory, now)) continue;
    rmSync(directory, { recursive: true, force: true });
  }
}

function hasOpenLedger(directory: string): boolean {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).some(
    (name) => basename(name) === 'ledger.jsonl' && readFileSync(join(directory, name)).length > 0,
  );
}

function mayGoOn(directory: string, now: number): boolean {
  return !existsSync(join(directory, 'conformance.json')) && now - statSync(directory).mtimeMs < MAY_GO_ON_MS;
}
