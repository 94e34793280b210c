import { PAGE, PAGE_ROW_IDS, rowText } from '../../schemas/page.ts';
import type { RequirementResult, TestResult, Verdict } from '../../schemas/results.ts';
import type { EvidenceBook } from './evidence.ts';
import { type Html, html, join, plural } from './markup.ts';
import {
  type Difference,
  type Evidence,
  exchangeOf,
  type Finding,
  type Model,
  playwrightLink,
} from './model.ts';
import { chip } from './verdicts.ts';

/** Tests of one difference that are listed; hundreds of them say no more than these. */
const MOST_TESTS = 25;

const SECTIONS: readonly [Verdict, string, string][] = [
  ['fail', 'Failures', 'The contract is broken here.'],
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
  const parts = SECTIONS.map(([verdict, title, explanation]) => {
    const some = findings.filter(({ requirement }) => requirement.verdict === verdict);
    if (some.length === 0) return '';
    const count = some.reduce((sum, { also }) => sum + 1 + also.length, 0);
    return html`<h3>${title} (${count})</h3><p>${explanation}</p>
${some.map((finding) => findingCard(model, book, finding))}`;
  });
  return html`<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Findings</h2>
${
  findings.length > 0 &&
  html`<p>A command needs a token in <code>$TOKEN</code>, and a share in the state that the test had: the suite removes
its shares at the end, so share the backup again first.</p>`
}
${findings.length === 0 ? html`<p>None among what was tested.</p>` : parts}</section>`;
}

function findingCard(model: Model, book: EvidenceBook, { requirement, differences, also }: Finding): Html {
  const { id, level, verdict, statement, consequence, reason = '' } = requirement;
  const first = differences[0]?.evidence[0];
  const exchange = first && exchangeOf(model, first);
  const met = differences.flatMap(({ evidence }) => evidence.map(({ outcome }) => outcome));
  return html`<article class="finding ${verdict}" id="finding-${id}" data-item data-verdict="${verdict}" data-level="${level}">
<h4>${chip(verdict)} <a href="#${id}">${id}</a> ${statement}</h4>
${verdict === 'known' && html`<p>${reason}</p>`}
${verdict === 'error' ? html`<p>${reason}</p>` : html`<p class="meaning"><b>For a caller:</b> ${consequence}</p>`}
${also.length > 0 && alsoList(verdict, also)}
${verdict !== 'error' && contractQuote(requirement)}
${differences.length > 0 && differenceTable(id, differences, book)}
${
  exchange &&
  first &&
  html`<h5>${met.length > 1 ? 'One of these exchanges' : 'The exchange'}</h5>
<p>Test: <a href="${playwrightLink(first.test)}">${first.test.title}</a></p>${book.show(exchange, met)}${othersOf(model, book, first.test, exchange.id)}`
}
</article>`;
}

/** What was sent before and after it in the same test: a finding may be about a reading of what an update did. */
function othersOf({ report }: Model, book: EvidenceBook, test: TestResult, shown: string): Html {
  const others = test.exchanges.flatMap((id) => (id === shown ? [] : (report.exchanges[id] ?? [])));
  if (others.length === 0) return html``;
  return html`<p>Also in this test: ${join(
    others.map(
      ({ id, title, response }) => html`${book.link(id, title)} (${response?.status ?? 'no answer'})`,
    ),
    ', ',
  )}</p>`;
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

/** What the contract says, row by row, in the page's own words. */
function contractQuote({ rows, source, level }: RequirementResult): Html {
  const known = PAGE_ROW_IDS.filter((id) => rows.includes(id));
  return html`<figure><figcaption>${level.toUpperCase()}, from: ${source}</figcaption>
${known.map((id) => {
  const title = html`<a href="#row-${id.replace('/', '-')}">${titleOf(id)}</a>`;
  // Of a table as a whole the page says nothing but its title.
  return html`<blockquote>${title}${rowText(id) !== titleOf(id) && html`: <q>${rowText(id)}</q>`}</blockquote>`;
})}</figure>`;
}

function titleOf(id: string): string {
  const section = PAGE.find((candidate) => candidate.id === id.split('/')[0]);
  return section?.title ?? id;
}

function differenceTable(id: string, differences: readonly Difference[], book: EvidenceBook): Html {
  const rows = differences.map(
    ({
      message,
      field,
      expected,
      received,
      evidence,
    }) => html`<tr><td>${message}</td><td>${field && html`<code>${field}</code>`}</td>
<td>${expected}</td><td class="received">${received}</td><td>${testList(evidence, book)}</td></tr>`,
  );
  return html`<div class="wide" role="region" tabindex="0" aria-label="Expected and received: ${id}"><table>
<thead><tr><th scope="col">What is wrong</th><th scope="col">Where</th><th scope="col">Expected</th><th scope="col">Received</th><th scope="col">Met in</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function testList(evidence: readonly Evidence[], book: EvidenceBook): Html {
  const items = evidence
    .slice(0, MOST_TESTS)
    .map(
      ({ test, outcome }) =>
        html`<li>${test.title} (${book.link(outcome.exchange, 'exchange', `exchange of: ${test.title}`)}, <a href="${playwrightLink(test)}" aria-label="test: ${test.title}">test</a>)</li>`,
    );
  const more = evidence.length - items.length;
  return html`<details><summary>${plural(evidence.length, 'test')}</summary><ul>${items}${
    more > 0 && html`<li>and ${more} more, in <a href="playwright/index.html">Playwright’s report</a></li>`
  }</ul></details>`;
}
