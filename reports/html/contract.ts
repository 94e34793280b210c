import { PAGE, type PageRowId, type PageSection, ROWS_WITHOUT_REQUIREMENT } from '../../schemas/page.ts';
import type { RequirementResult, TestResult } from '../../schemas/results.ts';
import { decisionTable } from './decision-table.ts';
import type { EvidenceBook } from './evidence.ts';
import { type Html, html, join, plural } from './markup.ts';
import { type Model, playwrightLink } from './model.ts';
import { chip, worst } from './verdicts.ts';

/**
 * The page in its own order, with the verdicts beside what they are about.
 * @param page the sections that are shown
 */
export function contractSection(
  model: Model,
  book: EvidenceBook,
  page: readonly PageSection<PageRowId>[] = PAGE,
): Html {
  const placed = new Set<string>();
  const place = (id: PageRowId) => rowVerdicts(model, id, placed);
  return html`<section id="contract" aria-labelledby="contract-title"><h2 id="contract-title">The contract, row by row</h2>
<p>This is the documentation page, in its own words and order. Beside each row stand the requirements that were
made of it and what came of them; one that rests on several rows is told at the first of them.</p>
<div id="filter" hidden></div>
${page.map((section) => pageSection(model, book, section, place))}
</section>`;
}

type Place = (id: PageRowId) => Html;

function pageSection(model: Model, book: EvidenceBook, section: PageSection<PageRowId>, place: Place): Html {
  const { id, title, text, code, table, notes = [] } = section;
  return html`<section class="page" id="row-${id}"><h3>${title}</h3>
${text?.split('\n').map((paragraph) => html`<p class="quote">${paragraph}</p>`)}
${code && html`<pre class="quote" tabindex="0">${code}</pre>`}
${!table && place(id)}
${table && contractTable(title, table, place)}
${table && place(id)}
${notes.map((note) => html`<div id="row-${note.id.replace('/', '-')}">${note.text !== text && html`<p class="quote">${note.text}</p>`}${place(note.id)}</div>`)}
${id === 'table-3' && decisionTable(model, book)}
</section>`;
}

function contractTable(
  title: string,
  { columns, rows }: NonNullable<PageSection<PageRowId>['table']>,
  place: Place,
): Html {
  return html`<div class="wide" role="region" tabindex="0" aria-label="${title}"><table class="contract">
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
${rows.map(
  ({
    id,
    cells: [name = '', ...cells],
  }) => html`<tbody id="row-${id.replace('/', '-')}"><tr class="quote"><th scope="row">${name}</th>${cells.map(
    (cell) => html`<td>${join(cell.split('\n'), html`<br>`)}</td>`,
  )}</tr>
<tr><td colspan="${columns.length}">${place(id)}</td></tr></tbody>`,
)}</table></div>`;
}

/** The requirements of a row: in full at their first place, as a link anywhere else. */
function rowVerdicts({ report, tests }: Model, row: PageRowId, placed: Set<string>): Html {
  const here = report.requirements.filter(({ rows }) => rows.includes(row));
  if (here.length === 0) {
    const why = ROWS_WITHOUT_REQUIREMENT[row];
    return why === undefined ? html`` : html`<p class="nothing">Nothing is tested here. ${why}</p>`;
  }
  const fresh = here.filter(({ id }) => !placed.has(id));
  const elsewhere = here.filter(({ id }) => placed.has(id));
  for (const { id } of fresh) placed.add(id);
  const untested = worst(here.map(({ verdict }) => verdict)) === 'untested' && here.every(isUntested);
  return html`${untested && html`<p class="nothing"><b>Nobody could test this row.</b></p>`}
<ul class="requirements">${fresh.map((requirement) => requirementItem(requirement, tests))}</ul>
${elsewhere.length > 0 && html`<p class="elsewhere">See also ${join(elsewhere.map(requirementLink), ', ')}</p>`}`;
}

const isUntested = ({ verdict }: RequirementResult) => verdict === 'untested';

export function requirementLink({ id, verdict, statement }: RequirementResult): Html {
  return html`<a href="#${id}" title="${statement}">${id}</a> ${chip(verdict)}`;
}

function requirementItem(requirement: RequirementResult, tests: ReadonlyMap<string, TestResult>): Html {
  const { id, level, verdict, statement, reason, source } = requirement;
  return html`<li id="${id}" data-item data-verdict="${verdict}" data-level="${level}">${chip(verdict)}
<b>${id}</b> <span class="level">${level}</span> ${statement}
${reason && html`<br><span class="reason">${reasonOf(requirement)}</span>`}
${requirement.tests.length > 0 && html`<details><summary>${plural(requirement.tests.length, 'test')}, from ${source}</summary>${testItems(requirement, tests)}</details>`}</li>`;
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

function testItems({ tests: ids, id }: RequirementResult, tests: ReadonlyMap<string, TestResult>): Html {
  const own = ids.filter((testId) => tests.get(testId)?.requirements.includes(id));
  const listed = own.slice(0, MOST_TESTS).flatMap((testId) => tests.get(testId) ?? []);
  const passing = ids.length - listed.length;
  return html`<ul>${listed.map(
    (test) => html`<li>${stateOf(test, id)}: <a href="${playwrightLink(test)}">${test.title}</a></li>`,
  )}${passing > 0 && html`<li>and ${plural(passing, 'test')} that ${passing === 1 ? 'judges' : 'judge'} it in passing</li>`}</ul>`;
}
