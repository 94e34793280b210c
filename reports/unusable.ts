import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { MergeFacts } from '../schemas/run-facts.ts';
import { concludeRun } from './conclude.ts';
import { notRun } from './test-results.ts';

/**
 * Writes the report of a run that could not test anything, where Playwright does not get as far as to have our
 * reporter write it: of parts none of which could test, or of a command line that Playwright refuses.
 * @returns the exit code, 2
 */
export function reportUnusable({ facts, planned, missingShards, interrupted }: MergeFacts): number {
  const reason = facts.problems.join(' ');
  // What an earlier run left in a directory that was given is not of this one.
  rmSync(join(facts.reportsDirectory, 'playwright'), { recursive: true, force: true });
  const { words, code } = concludeRun({
    facts: { ...facts, unusable: true },
    startedAt: new Date(),
    durationMs: 0,
    interrupted,
    missingShards,
    tests: planned.map((test) => notRun(test, reason)),
    exchanges: new Map(facts.exchanges.map((exchange) => [exchange.id, exchange])),
  });
  process.stdout.write(words);
  return code;
}
