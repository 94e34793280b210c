import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** `2026-01-31T09-05-03Z-1a2b`: the start in UTC, and what keeps two runs of the same second apart. */
const RUN_NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[\w-]+$/;
/** Stands in a copy of a run that serves as `latest` where there can be no link. */
const COPY_MARK = '.copy-of-run';
/** A run that has no report yet may still be going on. */
const MAY_GO_ON_MS = 24 * 60 * 60 * 1000;

/** Makes `latest` lead to this run, whatever it was before. */
export function linkLatest(latest: string, run: string): void {
  keepOldDirectory(latest, dirname(run));
  const trial = `${latest}.${process.pid}`;
  try {
    rmSync(trial, { recursive: true, force: true });
    // Windows links directories without special rights only in this form, and by their whole path.
    const target = process.platform === 'win32' ? run : relative(dirname(latest), run);
    symlinkSync(target, trial, 'junction');
    replace(trial, latest);
  } catch {
    rmSync(trial, { recursive: true, force: true });
    copyAsLatest(latest, run);
  }
}

function replace(trial: string, latest: string): void {
  try {
    renameSync(trial, latest);
  } catch {
    // Not every system puts one link in the place of another in one step.
    rmSync(latest, { recursive: true, force: true });
    renameSync(trial, latest);
  }
}

function copyAsLatest(latest: string, run: string): void {
  rmSync(latest, { recursive: true, force: true });
  cpSync(run, latest, { recursive: true });
  writeFileSync(join(latest, COPY_MARK), `${basename(run)}\n`);
}

/** Older versions wrote into `latest` itself: what they left becomes one of the runs. */
function keepOldDirectory(latest: string, runs: string): void {
  const found = lstatSync(latest, { throwIfNoEntry: false });
  if (!found || found.isSymbolicLink()) return;
  if (!found.isDirectory() || existsSync(join(latest, COPY_MARK)) || readdirSync(latest).length === 0) {
    rmSync(latest, { recursive: true, force: true });
    return;
  }
  mkdirSync(runs, { recursive: true });
  const time = found.mtime.toISOString().slice(0, 19).replaceAll(':', '-');
  let name = `${time}Z-old`;
  for (let count = 2; existsSync(join(runs, name)); count += 1) name = `${time}Z-old${count}`;
  renameSync(latest, join(runs, name));
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
