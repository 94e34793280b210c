import type { History, RunVerdict, Verdict } from '../../schemas/results.ts';
import { folded } from './fold.ts';
import { type Html, html, moment, plural, wideTable } from './markup.ts';
import type { Model } from './model.ts';
import { chip, RUN_VERDICTS, VERDICT_ORDER } from './verdicts.ts';

const BAR = { width: 14, gap: 3, height: 44 };
/** What weighs in a trend, from the bottom up. */
const WEIGHED: readonly Verdict[] = ['fail', 'error', 'known', 'warn', 'untested'];
const RUNS: readonly RunVerdict[] = ['conformant', 'non-conformant', 'incomplete', 'error'];

const VERBS: Partial<Record<Verdict, string>> = {
  fail: 'Failing',
  warn: 'Not holding',
  known: 'Known',
  error: 'Not found out',
};

/** Since when a requirement stands as it stands; nothing without a history. */
export function standing({ report: { history } }: Model, id: string, verdict: Verdict): Html {
  const known = history?.requirements[id];
  if (!known) return html``;
  const { since, runs, flips } = known;
  const long = runs > 1 ? `for ${runs} runs` : 'this run is the first';
  const flipped = flips === 0 ? 'never flipped before' : `flipped ${plural(flips, 'time')}`;
  return html`<p class="standing"><b>${VERBS[verdict] ?? 'So'} since ${moment(since)}</b> (${long}), ${flipped} in the runs that are kept.</p>`;
}

/** The last runs as bars: what was wrong in each, coloured by its verdict. */
export function trend({ report: { history } }: Model): Html {
  if (!history || history.runs.length < 2) return html``;
  const { runs } = history;
  const worst = (counts: Record<Verdict, number>) =>
    WEIGHED.reduce((sum, verdict) => sum + counts[verdict], 0);
  const most = Math.max(1, ...runs.map(({ counts }) => worst(counts)));
  const step = BAR.width + BAR.gap;
  const width = runs.length * step;
  const text = RUNS.flatMap((verdict) => {
    const count = runs.filter((run) => run.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${RUN_VERDICTS[verdict].title.toLowerCase()}`];
  }).join(', ');
  return html`<figure class="trend"><figcaption><a href="#history">The last ${runs.length} runs</a>: ${text}</figcaption>
<svg role="img" aria-label="The last ${runs.length} runs: ${text}" width="${width}" height="${BAR.height}" viewBox="0 0 ${width} ${BAR.height}">${runs.map(
    ({ startedAt, verdict, counts }, index) => {
      const height = Math.max(4, Math.round(((BAR.height - 2) * worst(counts)) / most));
      return html`<rect class="${RUN_VERDICTS[verdict].tone}" x="${index * step}" y="${BAR.height - height}" width="${BAR.width}" height="${height}"><title>${moment(startedAt)}: ${RUN_VERDICTS[verdict].title}, ${counts.fail} fail, ${counts.warn} warn, ${counts.untested} untested</title></rect>`;
    },
  )}</svg></figure>`;
}

/** Each of the last runs, and what flips. */
export function historySection({ report: { history }, requirements }: Model): Html {
  if (!history) return html``;
  const columns = VERDICT_ORDER.filter((verdict) => history.runs.some(({ counts }) => counts[verdict] > 0));
  const flipping = Object.entries(history.requirements)
    .filter(([id, { flips }]) => flips > 1 && requirements.has(id))
    .sort(([, a], [, b]) => b.flips - a.flips);
  return folded(
    'history',
    'The last runs',
    plural(history.runs.length, 'run'),
    html`${runTable(history, columns)}
<h3>What flips</h3>${
      flipping.length === 0
        ? html`<p>No requirement changed its verdict more than once.</p>`
        : html`<ul>${flipping.map(
            ([id, { flips, since }]) =>
              html`<li><a href="#${id}">${id}</a> flipped ${plural(flips, 'time')}, last at ${moment(since)}: ${requirements.get(id)?.statement}</li>`,
          )}</ul>`
    }`,
  );
}

function runTable({ runs }: History, columns: readonly Verdict[]): Html {
  const titles = ['When', 'Verdict', ...columns.map((verdict) => chip(verdict)), 'Version'];
  return wideTable(
    'The last runs, run by run',
    titles,
    [...runs]
      .reverse()
      .map(
        ({ startedAt, verdict, counts, version }) =>
          html`<tr><th scope="row">${moment(startedAt)}</th><td class="word">${chip(RUN_VERDICTS[verdict].tone, RUN_VERDICTS[verdict].title)}</td>${columns.map((column) => html`<td>${counts[column] || '·'}</td>`)}<td class="word">${version}</td></tr>`,
      ),
    'counts',
  );
}
