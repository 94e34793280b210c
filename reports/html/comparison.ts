import { LEVELS, type Level } from '../../schemas/requirements.ts';
import {
  type ConformanceReport,
  isWhole,
  type RequirementResult,
  type Verdict,
} from '../../schemas/results.ts';
import { page } from './document.ts';
import { duration, type Html, html, moment, plural, wideTable } from './markup.ts';
import { percentile, timesOf } from './timing.ts';
import { chip, RUN_VERDICTS, VERDICT_ORDER, worst } from './verdicts.ts';

/** A target, by the name that it has beside others. */
export type Compared = {
  name: string;
  /** Where its own page is, seen from the comparison; absent where there is none. */
  page?: string;
} & (
  | { report: ConformanceReport; missing?: undefined }
  /** Why there is no report: its job left none, or the file is damaged. */
  | { report?: undefined; missing: string }
);

/** Characters of a reason: it stands in one of several columns. */
const REASON_LENGTH = 300;

interface Line {
  id: string;
  level: Level;
  statement: string;
  /** One for each target; absent where its suite did not know the requirement, or there is no report. */
  results: (RequirementResult | undefined)[];
}

/** `comparison.html`: several targets, side by side; one that left no report is a column that says so. */
export function renderComparison(compared: readonly Compared[]): string {
  const lines = linesOf(compared);
  const judged = lines.filter(({ level }) => level !== 'observe');
  const different = judged.filter(differs).sort((a, b) => rankOf(a) - rankOf(b));
  const contract = compared.find(({ report }) => report)?.report?.suite.contract ?? '';
  const count = plural(compared.length, 'target');
  return page(
    `Comparison of ${count}`,
    html`<a class="skip" href="#differences">To the differences</a>
<header><p class="kicker">${contract}</p><h1>${count} side by side</h1>
<p>${introduction(compared, judged, different.length)}</p>
${targetTable(compared)}</header>
<main>
${notComparable(compared)}
<div id="filter" role="search" aria-label="Requirements" hidden></div>
<section id="differences" data-group aria-labelledby="differences-title"><h2 id="differences-title">Where they differ</h2>
${different.length === 0 ? html`<p>${nothingDiffers(compared)}</p>` : verdictTable('Where they differ', compared, different, true)}</section>
<section id="all" data-group aria-labelledby="all-title"><h2 id="all-title">Every requirement</h2>
${verdictTable('Every requirement', compared, judged, false)}</section>
<section id="observations" data-group aria-labelledby="observations-title"><h2 id="observations-title">What the page leaves open</h2>
<p>Not judged: what each of them does.</p>
${verdictTable(
  'What the page leaves open',
  compared,
  lines.filter(({ level }) => level === 'observe'),
  true,
)}</section>
<section id="timing" aria-labelledby="timing-title"><h2 id="timing-title">Time of the update</h2>${timeTable(compared)}</section>
</main>`,
  );
}

/** Counts what was tested in several places: that one of them was not tested is no difference between servers. */
function introduction(compared: readonly Compared[], judged: readonly Line[], different: number): string {
  const several = judged.filter((line) => verdictsOf(line).length > 1).length;
  const partly = judged.filter((line) => {
    const { length } = verdictsOf(line);
    return length > 0 && length < compared.length;
  }).length;
  return [
    `${plural(different, 'requirement')} of ${several} that ${several === 1 ? 'was' : 'were'} tested in several places ${different === 1 ? 'differs' : 'differ'} between them.`,
    ...(partly > 0
      ? [`${plural(partly, 'requirement was', 'requirements were')} tested in some of them only.`]
      : []),
  ].join(' ');
}

function nothingDiffers(compared: readonly Compared[]): string {
  return compared.filter(({ report }) => report && report.verdict !== 'error').length < 2
    ? 'There are not two judged targets to compare.'
    : 'Nowhere: every requirement that was tested has the same verdict wherever it was tested.';
}

function linesOf(compared: readonly Compared[]): Line[] {
  const known = new Map(
    compared.flatMap(({ report }) => (report?.requirements ?? []).map((result) => [result.id, result])),
  );
  return [...known.values()]
    .map(({ id, level, statement }) => ({
      id,
      level,
      statement,
      results: compared.map(({ report }) => report?.requirements.find((result) => result.id === id)),
    }))
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

/** The verdicts of the targets where it was found out. */
function verdictsOf({ results }: Line): Verdict[] {
  return results.flatMap((result) =>
    result && result.verdict !== 'untested' && result.verdict !== 'error' ? [result.verdict] : [],
  );
}

function differs(line: Line): boolean {
  return new Set(verdictsOf(line)).size > 1;
}

const worstOf = ({ results }: Line): Verdict =>
  worst(results.flatMap((result): Verdict[] => (result ? [result.verdict] : []))) ?? 'untested';
const rankOf = (line: Line) => VERDICT_ORDER.indexOf(worstOf(line));

const nameOf = ({ name, page: address }: Compared): Html =>
  address === undefined ? html`${name}` : html`<a href="${address}">${name}</a>`;

function targetTable(compared: readonly Compared[]): Html {
  const rows: [string, (report: ConformanceReport) => Html | string | number][] = [
    ['Verdict', ({ verdict, summary }) => verdictCell(verdict, summary)],
    ['Version', ({ tested }) => tested.targetVersion ?? html`<span class="nothing">not given</span>`],
    ['Target', ({ target }) => html`${target.kind} <code>${target.endpoint}</code>`],
    ['When', ({ startedAt, durationMs }) => `${moment(startedAt)}, for ${duration(durationMs)}`],
    ['Given', ({ configuration }) => configuration['level of trust'] ?? ''],
    ['Suite', ({ suite }) => suite.version],
    ['Tests that ran', ({ completeness }) => `${completeness.executed} of ${completeness.planned}`],
    ...VERDICT_ORDER.filter((verdict) =>
      compared.some(({ report }) => report && report.counts.requirements[verdict] > 0),
    ).map((verdict): [string, (report: ConformanceReport) => number] => [
      verdict,
      ({ counts }) => counts.requirements[verdict],
    ]),
  ];
  return wideTable(
    'Targets',
    ['Of each', ...compared.map(nameOf)],
    rows.map(
      ([title, value], row) =>
        html`<tr><th scope="row">${title}</th>${compared.map(({ report, missing }) =>
          report
            ? html`<td>${value(report)}</td>`
            : row === 0
              ? html`<td>${chip('error', 'No report')}<br><span class="reason">${missing}</span></td>`
              : html`<td class="none">–</td>`,
        )}</tr>`,
    ),
  );
}

function verdictCell(verdict: ConformanceReport['verdict'], summary: string): Html {
  const shown = chip(RUN_VERDICTS[verdict].tone, RUN_VERDICTS[verdict].title);
  return verdict === 'error' ? html`${shown}<br><span class="reason">${summary}</span>` : shown;
}

function timeTable(compared: readonly Compared[]): Html {
  const rows: [string, number][] = [
    ['p50', 0.5],
    ['p95', 0.95],
    ['max', 1],
  ];
  const times = compared.map(({ report }) => timesOf(Object.values(report?.exchanges ?? {}), 'update'));
  return wideTable(
    'Table: time of the update',
    ['Milliseconds', ...compared.map(nameOf)],
    rows.map(
      ([title, share]) =>
        html`<tr><th scope="row">${title}</th>${times.map((some) => html`<td>${some.length === 0 ? '–' : percentile(some, share)}</td>`)}</tr>`,
    ),
  );
}

/** Runs that do not tell the same things must not be read as if they did. */
function notComparable(compared: readonly Compared[]): Html {
  const reports = compared.flatMap(({ report }) => report ?? []);
  const versions = new Set(reports.map(({ suite }) => suite.version));
  const contracts = new Set(reports.map(({ suite }) => suite.contract));
  const partial = compared.filter(
    ({ report }) => report && report.verdict !== 'error' && !isWhole(report.completeness),
  );
  const warnings = [
    ...compared.flatMap(({ name, missing }) => (missing === undefined ? [] : [`${name}: ${missing}`])),
    ...compared.flatMap(({ name, report }) =>
      report?.verdict === 'error' ? [`${name} was not judged. ${report.problems[0] ?? ''}`] : [],
    ),
    ...(versions.size > 1
      ? [`They were tested by different versions of the suite (${[...versions].join(', ')}).`]
      : []),
    ...(contracts.size > 1
      ? [`They were held against different contracts (${[...contracts].join('; ')}).`]
      : []),
    ...partial.map(({ name }) => `${name} is not a whole run.`),
  ];
  if (warnings.length === 0) return html``;
  return html`<section class="problems" aria-labelledby="warnings-title"><h2 id="warnings-title">Compare with care</h2><ul>${warnings.map((text) => html`<li>${text}</li>`)}</ul></section>`;
}

function verdictTable(
  label: string,
  compared: readonly Compared[],
  lines: readonly Line[],
  reasons: boolean,
): Html {
  const rows = lines.map((line) => verdictRow(compared, line, reasons));
  return wideTable(`Table: ${label}`, ['Requirement', ...compared.map(nameOf)], rows);
}

function verdictRow(compared: readonly Compared[], line: Line, reasons: boolean): Html {
  const { id, level, statement, results } = line;
  const verdict = worstOf(line);
  const marked = !reasons && differs(line);
  return html`<tr data-item data-verdict="${verdict}" data-level="${level}"${marked && html` class="differs"`}><th scope="row">${id} <span class="level">${level}</span><br><span class="reason">${statement}</span></th>
${results.map((result, index) => {
  if (!result)
    return html`<td class="none">${compared[index]?.report ? 'not known to its suite' : 'no report'}</td>`;
  const address = compared[index]?.page;
  const shown = chip(result.verdict);
  return html`<td>${address === undefined ? shown : html`<a href="${address}#${id}"><span class="unseen">${id} of ${compared[index]?.name}: </span>${shown}</a>`}${
    reasons &&
    result.reason !== undefined &&
    html`<br><span class="reason">${result.reason.slice(0, REASON_LENGTH)}</span>`
  }</td>`;
})}</tr>`;
}
