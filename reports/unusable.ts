/**
 * Writes the report of a run that could not test anything, where Playwright did not get as far as to have a
 * reporter write it: of parts that could not test, or of a command line that Playwright refuses. It is given a
 * file with the facts, prints the summary, and exits with 2.
 */
import { readFileSync } from 'node:fs';
import type { MergeFacts } from '../schemas/run-facts.ts';
import { concludeRun } from './conclude.ts';
import { notRun } from './test-results.ts';

const [path = ''] = process.argv.slice(2);
const { facts, planned, missingShards, interrupted } = JSON.parse(readFileSync(path, 'utf8')) as MergeFacts;
const reason = facts.problems.join(' ');
const { words, code } = concludeRun({
  facts: { ...facts, unusable: true },
  startedAt: new Date(),
  durationMs: 0,
  interrupted,
  missingShards,
  tests: planned.map((test) => notRun(test, reason)),
  exchanges: new Map(facts.exchanges.map((exchange) => [exchange.id, exchange])),
  waivers: [],
});
process.stdout.write(words);
process.exitCode = code;
