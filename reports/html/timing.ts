import type { ExchangeEvidence, OperationName } from '../../schemas/results.ts';
import { folded } from './fold.ts';
import { type Html, html, wideTable } from './markup.ts';
import type { Model } from './model.ts';

const NAMES: Readonly<Record<OperationName, string>> = {
  update: 'update a share (the operation under test)',
  show: 'show a share',
  list: 'list shares',
  add: 'share a backup',
  delete: 'remove a share',
  token: 'get a token (IAM)',
  probe: 'ask for a share that does not exist',
};

/** Upper bounds in milliseconds; the last column holds what took longer. */
const BOUNDS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** How long the calls took, by operation. A call that was repeated counts with its last try. */
export function timingSection({ report }: Model): Html {
  const exchanges = Object.values(report.exchanges).filter(({ response }) => response !== null);
  const operations = (Object.keys(NAMES) as OperationName[]).filter((operation) =>
    exchanges.some((exchange) => exchange.operation === operation),
  );
  if (operations.length === 0) return folded('timing', 'Time', '', html`<p>No call was answered.</p>`);
  const table = wideTable(
    'Time by call',
    ['Call', 'Calls', 'p50', 'p95', 'max', 'Distribution'],
    operations.map((operation) => row(operation, exchanges)),
  );
  const updates = timesOf(exchanges, 'update');
  return folded(
    'timing',
    'Time',
    updates.length > 0
      ? `an update takes ${percentile(updates, 0.5)} ms, one in twenty more than ${percentile(updates, 0.95)} ms`
      : '',
    html`<p>From the request’s first byte to the answer’s last, as seen by the suite, in milliseconds.</p>
${table}`,
  );
}

function row(operation: OperationName, exchanges: readonly ExchangeEvidence[]): Html {
  const times = timesOf(exchanges, operation);
  return html`<tr><th scope="row">${NAMES[operation]}</th><td>${times.length}</td>${[0.5, 0.95, 1].map(
    (share) => html`<td>${percentile(times, share)}</td>`,
  )}<td>${histogram(times)}</td></tr>`;
}

/** Milliseconds of the answered calls of one operation, shortest first. */
export function timesOf(exchanges: readonly ExchangeEvidence[], operation: OperationName): number[] {
  return exchanges
    .filter((exchange) => exchange.operation === operation && exchange.response !== null)
    .map(({ durationMs }) => durationMs)
    .sort((a, b) => a - b);
}

/** The smallest value that at least this share of them does not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function histogram(times: readonly number[]): Html {
  const counts = [...BOUNDS, Number.POSITIVE_INFINITY].map(
    (bound, index, bounds) =>
      times.filter((time) => time <= bound && time > (bounds[index - 1] ?? -1)).length,
  );
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  const shown = counts.slice(first, last + 1);
  const most = Math.max(...shown);
  const labels = shown.map((_count, index) => labelOf(first + index));
  const text = shown.map((count, index) => `${labels[index]}: ${count}`).join(', ');
  const width = 18;
  return html`<svg class="histogram" role="img" aria-label="${text}" width="${shown.length * width}" height="34" viewBox="0 0 ${shown.length * width} 34">
${shown.map((count, index) => {
  const height = Math.max(count > 0 ? 1 : 0, Math.round((30 * count) / most));
  return html`<rect x="${index * width + 1}" y="${32 - height}" width="${width - 2}" height="${height}"><title>${labels[index]}: ${count}</title></rect>`;
})}</svg><small>${labels[0]}${labels.length > 1 && html` … ${labels.at(-1)}`}</small>`;
}

function labelOf(index: number): string {
  const bound = BOUNDS[index];
  return bound === undefined ? `> ${BOUNDS.at(-1)} ms` : `≤ ${bound} ms`;
}
