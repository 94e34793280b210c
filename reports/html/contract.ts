import { PAGE, type PageRowId, type PageSection, ROWS_WITHOUT_REQUIREMENT } from '../../schemas/page.ts';
import type { RequirementResult, TestResult, Verdict } from '../../schemas/results.ts';
import { type Html, html, join, plural } from './markup.ts';
import { type Model, testTitle } from './model.ts';
import { rowAnchor } from './quotes.ts';
import { chip, VERDICT_ORDER, VERDICTS, worst } from './verdicts.ts';

/**
 * The page in its own order, with the verdicts beside what they are about.
 * @param page the sections that are shown
 */
export function contractRows(model: Model, page: readonly PageSection<PageRowId>[] = PAGE): Html {
  const placed = new Set<string>();
  const place = (id: PageRowId, quote: Html) => row(model, id, quote, placed);
  // Where there are findings, they come first, and each leads to its row.
  const open = model.findings.length === 0 || model.report.verdict === 'error';
  return html`${page.map((section) => pageSection(model, section, place, open))}`;
}

export function contractSection(model: Model, page: readonly PageSection<PageRowId>[] = PAGE): Html {
  return html`<section id="contract" aria-labelledby="contract-title"><h2 id="contract-title">The contract, row by row</h2>
<p>The documentation page, in its own words and order. A row opens what was made of it and what came of that; a
requirement that rests on several rows is told at the first of them.</p>
${contractRows(model, page)}
</section>`;
}

type Place = (id: PageRowId, quote: Html) => Html;

function pageSection({ report }: Model, section: PageSection<PageRowId>, place: Place, open: boolean): Html {
  const { id, title, text, code, table, notes = [] } = section;
  const isBare = text === undefined && code === undefined;
  const quote = html`${isBare && html`<span class="nothing">the heading itself</span>`}${text && html`<span class="quote">${join(text.split('\n'), html`<br>`)}</span>`}${code && html`<code class="quote code">${code}</code>`}`;
  const rows = [id, ...(table?.rows ?? []).map((row) => row.id), ...notes.map((note) => note.id)];
  const verdicts = report.requirements
    .filter((requirement) => rows.some((one) => requirement.rows.includes(one)))
    .map(({ verdict }) => verdict);
  return html`<section class="page" data-group><details${open && html` open`} data-group><summary><h3>${title}</h3> ${tally(verdicts)}</summary>
${!table && place(id, quote)}
${table?.rows.map(({ id: rowId, cells }) => place(rowId, cellsOf(table.columns, cells)))}
${table && place(id, html`<span class="nothing">the table as a whole</span>`)}
${notes.map((note) => place(note.id, html`<span class="quote">${note.text}</span>`))}
</details></section>`;
}

/** A row of a table: its name, what is said of it in a word, and its description. */
function cellsOf(columns: readonly string[], cells: readonly string[]): Html {
  const [name = '', ...rest] = cells;
  const description = rest.pop() ?? '';
  const labels = columns.slice(1, -1);
  return html`<b class="name">${name}</b> ${
    rest.length > 0 &&
    html`<span class="type">${join(
      rest.map((cell, index) =>
        labels[index] === 'Mandatory' ? (cell === 'Yes' ? 'mandatory' : 'optional') : cell,
      ),
      ' · ',
    )}</span> `
  }<span class="quote">${join(description.split('\n'), html`<br>`)}</span>`;
}

/** A row with its requirements: in full at their first place, as a link anywhere else. */
function row(model: Model, id: PageRowId, quote: Html, placed: Set<string>): Html {
  const { report } = model;
  const here = report.requirements.filter(({ rows }) => rows.includes(id));
  if (here.length === 0) {
    const why = ROWS_WITHOUT_REQUIREMENT[id];
    return html`<div class="row bare" id="${rowAnchor(id)}">${why !== undefined && quote.text.includes('class="nothing"') ? '' : html`<p>${quote}</p>`}${why !== undefined && html`<p class="nothing">Nothing is tested here. ${why}</p>`}</div>`;
  }
  const fresh = here.filter((requirement) => !placed.has(requirement.id));
  const elsewhere = here.filter((requirement) => placed.has(requirement.id));
  for (const requirement of fresh) placed.add(requirement.id);
  const verdicts = here.map(({ verdict }) => verdict);
  return html`<details class="row ${worst(verdicts)}" id="${rowAnchor(id)}" data-group><summary><span class="across"><span class="cells">${quote}</span> ${tally(verdicts)}</span></summary>
${verdicts.every((verdict) => verdict === 'untested') && html`<p class="nothing"><b>Nothing of this row could be tested.</b></p>`}
${fresh.length > 0 && html`<ul class="requirements">${fresh.map((requirement) => requirementItem(model, requirement))}</ul>`}
${elsewhere.length > 0 && html`<p class="elsewhere">See also ${join(elsewhere.map(requirementLink), ', ')}</p>`}</details>`;
}

/** How many of a row's requirements have which verdict, the worst first. */
function tally(verdicts: readonly Verdict[]): Html {
  const counts = VERDICT_ORDER.map((verdict) => ({
    verdict,
    count: verdicts.filter((one) => one === verdict).length,
  })).filter(({ count }) => count > 0);
  return html`<span class="tally">${join(
    counts.map(
      ({ verdict, count }) =>
        html`<span class="chip ${verdict}"><span aria-hidden="true">${VERDICTS[verdict].symbol}</span> ${count}<span class="unseen"> ${verdict}</span></span>`,
    ),
    ' ',
  )}</span>`;
}

export function requirementLink({ id, verdict, statement }: RequirementResult): Html {
  return html`<a href="#${id}" title="${statement}">${id}</a> ${chip(verdict)}`;
}

function requirementItem(model: Model, requirement: RequirementResult): Html {
  const { id, level, verdict, statement, reason, source } = requirement;
  // What kept everything from being tested is told once, above.
  const told = reason === undefined || (verdict === 'error' && reason === model.report.problems.join(' '));
  return html`<li id="${id}" data-item data-verdict="${verdict}" data-level="${level}">${chip(verdict)}
<b>${id}</b> <span class="level">${level}</span> ${statement}
${!told && html`<br><span class="reason">${reasonOf(requirement)}</span>`}
${requirement.tests.length > 0 && html`<details><summary>${plural(requirement.tests.length, 'test')}, from ${source}</summary>${testItems(model, requirement)}</details>`}</li>`;
}

const STATES = {
  broken: 'broken',
  error: 'error',
  untested: 'not judged',
  observed: 'observed',
  held: 'held',
} as const;

/** What a test found out about one requirement, the worst first; the test as a whole may have found other things. */
function stateOf({ outcomes, status }: TestResult, id: string): string {
  const kinds = outcomes.filter(({ requirement }) => requirement === id).map(({ kind }) => kind);
  const worstKind = (Object.keys(STATES) as (keyof typeof STATES)[]).find((kind) => kinds.includes(kind));
  return worstKind ? STATES[worstKind] : status;
}

/** What was observed can be long, and stands in a list of its own. */
const MOST_OF_A_REASON = 160;

function reasonOf({ id, verdict, reason = '' }: RequirementResult): Html {
  if (verdict === 'fail' || verdict === 'warn' || verdict === 'known') {
    return html`<a href="#finding-${id}">${reason}</a>`;
  }
  if (verdict !== 'observed' || reason.length <= MOST_OF_A_REASON) return html`${reason}`;
  return html`${reason.slice(0, MOST_OF_A_REASON)}… <a href="#observed-${id}">all that was seen</a>`;
}

/** Every refusal is judged by a dozen requirements: listing hundreds of tests at each would bury the page. */
const MOST_TESTS = 40;

function testItems(model: Model, { tests: ids, id }: RequirementResult): Html {
  const { tests } = model;
  const own = ids.filter((testId) => tests.get(testId)?.requirements.includes(id));
  const listed = own.slice(0, MOST_TESTS).flatMap((testId) => tests.get(testId) ?? []);
  const passing = ids.length - listed.length;
  return html`<ul>${listed.map(
    (test) => html`<li>${stateOf(test, id)}: ${testTitle(model, test)}</li>`,
  )}${passing > 0 && html`<li>and ${plural(passing, 'test')} that ${passing === 1 ? 'judges' : 'judge'} it in passing</li>`}</ul>`;
}
