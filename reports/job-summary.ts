import { appendFileSync, statSync } from 'node:fs';

/** GitHub throws the whole summary of a step away when it is larger than this. */
const MOST_BYTES = 1024 * 1024;

/** Adds a summary to the file that GitHub shows on the job's page, if there is one and it has room. */
export function appendJobSummary(markdown: string, path: string | undefined): void {
  if (!path) return;
  const text = `${markdown}\n`;
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size + Buffer.byteLength(text) <= MOST_BYTES) appendFileSync(path, text);
}
