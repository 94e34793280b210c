import assert from 'node:assert/strict';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { linkLatest, pruneRuns } from './runs.ts';

let root: string;
let runs: string;
let latest: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'runs-'));
  runs = join(root, 'runs');
  latest = join(root, 'latest');
});
afterEach(() => rmSync(root, { recursive: true }));

/** A run of this day in January, with these files. */
function run(day: number, files: Record<string, string> = { 'conformance.json': `"${day}"` }): string {
  const directory = join(runs, `2026-01-${String(day).padStart(2, '0')}T02-17-00Z-ab12`);
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(directory, name, '..'), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  return directory;
}
const shown = () => readFileSync(join(latest, 'conformance.json'), 'utf8');

test('Latest leads to the run that ended last', () => {
  linkLatest(latest, run(1));
  assert.equal(shown(), '"1"');
  linkLatest(latest, run(2));
  assert.equal(shown(), '"2"');
  assert.ok(lstatSync(latest).isSymbolicLink());
  assert.deepEqual(readdirSync(root).sort(), ['latest', 'runs']);
  assert.equal(readdirSync(runs).length, 2);
});

test('A link whose run is gone is replaced', () => {
  linkLatest(latest, run(1));
  rmSync(run(1), { recursive: true });
  linkLatest(latest, run(2));
  assert.equal(shown(), '"2"');
});

test('What is no link in its place is told, and nothing of it is lost', () => {
  mkdirSync(latest);
  writeFileSync(join(latest, 'conformance.json'), '"mine"');
  assert.throws(() => linkLatest(latest, run(1)), /no link/);
  assert.equal(shown(), '"mine"');
});

test('Only so many runs are kept, the newest ones, and the one that has just ended', () => {
  for (const day of [1, 2, 3, 4, 5]) run(day);
  pruneRuns(runs, 2, run(5));
  assert.deepEqual(readdirSync(runs).sort(), ['2026-01-04T02-17-00Z-ab12', '2026-01-05T02-17-00Z-ab12']);
  run(6);
  pruneRuns(runs, 1, run(4));
  assert.equal(readdirSync(runs).length, 2);
});

test('A run whose ledger names shares, one that may be going on, and what is no run stay', () => {
  run(1, { 'conformance.json': '', 'ledger.jsonl': '{}\n' });
  run(2, { 'shard-1-of-2/ledger.jsonl': '{}\n' });
  run(3, { 'playwright/index.html': '' });
  const dead = run(4, { 'playwright/index.html': '' });
  run(5, { 'conformance.json': '' });
  mkdirSync(join(runs, 'shards-of-4'));
  const longAgo = new Date('2026-01-04');
  utimesSync(dead, longAgo, longAgo);
  pruneRuns(runs, 1, run(6));
  const left = readdirSync(runs).map((name) => name.replace('T02-17-00Z-ab12', ''));
  assert.deepEqual(left.sort(), ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-06', 'shards-of-4']);
});
