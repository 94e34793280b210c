import type { ExchangeEvidence, RequirementResult, Verdict } from '../../schemas/results.ts';
import { againSection } from './again.ts';
import { type EvidenceBook, inOrder } from './evidence.ts';
import { standing } from './history.ts';
import { type Html, html, join, plural, wideTable } from './markup.ts';
import { type Difference, type Evidence, type Finding, type Model, testTitle } from './model.ts';
import { contractQuotes } from './quotes.ts';
import { storyOf, storySection } from './story.ts';
import { chip } from './verdicts.ts';

/** How many findings stand open; the others are a click away, their headings in sight. */
const MOST_OPEN = 1;
/** Tests of one difference that are listed; hundreds of them say no more than these. */
const MOST_TESTS = 25;
/** Differences that stand open. */
const MOST_DIFFERENCES = 6;
/** Of what was expected or received. */
const MOST_CHARACTERS = 600;
/** Of what came instead, in a line. */
const MOST_OF_A_GIST = 80;
/** Requirements that the same answers break, in a line. */
const MOST_NAMED = 6;
/** Tests whose exchanges a finding shows in full. */
const MOST_SHOWN = 8;

const SECTIONS: readonly [Verdict, string, string][] = [
  [
    'fail',
    'Failures',
    'The contract is broken here. One fault of a server may break several requirements: mend what is plainest, and run again.',
  ],
  [
    'error',
    'Could not be found out',
    'Neither for nor against the server: mend what stood in the way and run again.',
  ],
  [
    'warn',
    'Warnings',
    'What the provider publishes around the contract, or what any caller needs, does not hold.',
  ],
  ['known', 'Known deviations', 'Waived for now, each with a reason and a last day.'],
];

export function findingsSection(model: Model, book: EvidenceBook): Html {
  const { findings } = model;
  let open = MOST_OPEN;
  const parts = SECTIONS.map(([verdict, title, explanation]) => {
    const some = findings.filter(({ requirement }) => requirement.verdict === verdict);
    if (some.length === 0) return '';
    const count = some.reduce((sum, { also }) => sum + 1 + also.length, 0);
    return html`<div data-group><h3>${title} (${count})</h3><p>${explanation}</p>
${some.map((finding) => {
  open -= 1;
  return findingCard(model, book, finding, open >= 0);
})}</div>`;
  });
  return html`<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Findings</h2>
${findings.length === 0 ? html`<p>None among what was tested.</p>` : parts}</section>`;
}

function findingCard(model: Model, book: EvidenceBook, finding: Finding, open: boolean): Html {
  const { requirement, differences, also } = finding;
  const { id, level, verdict, statement, consequence, reason = '' } = requirement;
  const all = differences.flatMap(({ evidence }) => evidence);
  const [first] = all;
  return html`<article class="finding ${verdict}" id="finding-${id}" data-item data-verdict="${verdict}" data-level="${level}">
<details${open && html` open`}><summary><h4>${chip(verdict)} <b>${id}</b> ${whatIsWrong(finding)}</h4>${verdict !== 'error' && gist(finding)}</summary>
${differences.length > 0 && html`<p><b>${level === 'must' ? 'What must hold' : 'What should hold'}:</b> ${statement}</p>`}
${(verdict === 'known' || verdict === 'error') && html`<p>${reason}</p>`}
${verdict !== 'error' && html`<p class="meaning"><b>For a caller:</b> ${consequence}</p>`}
${standing(model, id, verdict)}
${also.length > 0 && alsoList(verdict, also)}
${verdict !== 'error' && contractQuotes(requirement)}
${differences.length > 0 && differenceTables(model, id, differences, book)}
${first && html`${all.length > 1 && html`<h5>${first.outcome.readings ? 'What happened, for instance' : 'For instance'}</h5>`}${storySection(model, first, book)}`}
${all.length > 0 && timeline(model, book, all)}
${verdict !== 'error' && all.length > 0 && againSection(model, requirement, all)}
<p class="meta"><a href="#${id}">Its row of the contract<span class="unseen">, ${id}</span></a></p></details>
</article>`;
}

/** What a server does wrong, in words of its own; where nothing was found, what was to hold. */
export const whatIsWrong = ({ requirement, differences: [first] }: Finding): string =>
  first?.message ?? requirement.statement;

/** What came instead, in a line that stands while the finding is closed, and at the top of the page. */
export function gist({ differences: [first], also }: Finding): Html {
  const more = also.length - MOST_NAMED;
  const names = also.slice(0, MOST_NAMED).map(({ id }) => id);
  return html`${first && gotInstead(first)}${
    also.length > 0 &&
    html` <span class="reason">and, by the same answers, ${names.join(', ')}${more > 0 && ` and ${more} more`}</span>`
  }`;
}

function gotInstead({ field, expected, received }: Difference): Html {
  if (received === undefined) return html``;
  const brief = (text: string) => (text.length > MOST_OF_A_GIST ? `${text.slice(0, MOST_OF_A_GIST)}…` : text);
  return html` <span class="reason">${field && html`${field}: `}got ${brief(received)}${expected && html`, expected ${brief(expected)}`}</span>`;
}

function alsoList(verdict: Verdict, also: readonly RequirementResult[]): Html {
  const lead =
    verdict === 'error'
      ? 'For the same reason nothing was found out about:'
      : 'The very same answers also break:';
  return html`<p><b>${lead}</b> ${join(
    also.map(({ id, statement }) => html`<a id="finding-${id}" href="#${id}" title="${statement}">${id}</a>`),
    ', ',
  )}</p>`;
}

function differenceTables(
  model: Model,
  id: string,
  differences: readonly Difference[],
  book: EvidenceBook,
): Html {
  const more = differences.slice(MOST_DIFFERENCES);
  return html`${differenceTable(model, id, differences.slice(0, MOST_DIFFERENCES), book)}${
    more.length > 0 &&
    html`<details><summary>${plural(more.length, 'more difference')}</summary>${differenceTable(model, `${id}, continued`, more, book)}</details>`
  }`;
}

/** A server's own words can be long; the evidence has more of them. */
const short = (text: string | undefined) =>
  text !== undefined && text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;

function differenceTable(
  model: Model,
  label: string,
  differences: readonly Difference[],
  book: EvidenceBook,
): Html {
  const rows = differences.map(
    ({
      message,
      field,
      expected,
      received,
      alike,
      evidence,
    }) => html`<tr><td>${message}${field && html` <code>${field}</code>`}${alike > 0 && html` <span class="reason">and ${alike} more, with other times, ids or numbers</span>`}</td>
<td class="expected">${short(expected)}</td><td class="received">${short(received)}</td><td>${testList(model, evidence, book)}</td></tr>`,
  );
  const columns = ['What is wrong', 'Expected', 'Received', 'Met in'];
  return wideTable(`Expected and received: ${label}`, columns, rows, 'differences');
}

function testList(model: Model, evidence: readonly Evidence[], book: EvidenceBook): Html {
  const items = evidence
    .slice(0, MOST_TESTS)
    .map(
      ({ test, outcome }) =>
        html`<li>${testTitle(model, test)}${outcome.exchange !== undefined && html`, ${book.link(outcome.exchange, html`<code>${outcome.exchange}</code>`)}`}</li>`,
    );
  const more = evidence.length - items.length;
  const tests = new Set(evidence.map(({ test }) => test.id)).size;
  const answers = evidence.length > tests && html`${plural(evidence.length, 'answer')} in `;
  return html`<details><summary>${answers}${plural(tests, 'test')}</summary><ul>${items}${
    more > 0 &&
    html`<li>and ${more} more${model.playwright && html`, in <a href="playwright/index.html">Playwright’s report</a>`}</li>`
  }</ul></details>`;
}

/** Every exchange that the finding rests on, in order of time, each with its id, its time and its test. */
function timeline(model: Model, book: EvidenceBook, evidence: readonly Evidence[]): Html {
  const { exchanges } = model.report;
  const entries = new Map<string, { exchange: ExchangeEvidence; test: Evidence['test']; part: string }>();
  const add = (exchange: ExchangeEvidence | undefined, test: Evidence['test'], part: string) => {
    if (!exchange || (entries.get(exchange.id)?.part ?? '') !== '') return;
    entries.set(exchange.id, { exchange, test, part });
  };
  for (const { test, outcome } of evidence.slice(0, MOST_SHOWN)) {
    const { before, call, after } = storyOf(model, outcome);
    add(before, test, 'read before');
    add(call, test, after ? 'the call' : 'judged');
    add(after, test, 'read after');
  }
  const [first] = evidence;
  for (const id of first?.test.exchanges ?? []) if (first) add(exchanges[id], first.test, '');
  const shown = [...entries.values()].sort((a, b) => inOrder(a.exchange, b.exchange));
  const left = evidence.length - MOST_SHOWN;
  return html`<details class="evidence"><summary>Evidence: ${plural(shown.length, 'exchange')} in order of time${left > 0 && html`; of ${evidence.length} answers the first ${MOST_SHOWN}`}</summary>
<ol class="timeline">${shown.map(
    ({ exchange, test, part }) =>
      html`<li>${book.entry(exchange, html`${part && html`<b>${part}</b> · `}${test.title}`)}</li>`,
  )}</ol></details>`;
}
