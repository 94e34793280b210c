import type { ConformanceReport, Level, RequirementResult } from '../../schemas/results.ts';
import { duration, type Html, html, join, moment, plural } from './markup.ts';
import type { Difference, Model } from './model.ts';
import { chip, RUN_VERDICTS, VERDICT_ORDER } from './verdicts.ts';

/** Failures named at the top of the page; the others are a link away. */
const MOST_NAMED = 6;
/** Requirements untested for one reason that are named at once. */
const MOST_UNTESTED = 15;
const LEVELS: readonly Level[] = ['must', 'should', 'observe'];

/** What somebody who has ten seconds needs: may it ship, what is wrong, and is this run complete? */
export function header(model: Model): Html {
  const { report } = model;
  const { symbol, title, tone } = RUN_VERDICTS[report.verdict];
  const { skipped } = report.counts.tests;
  return html`<header>
<p class="kicker">${report.suite.contract}</p>
<div class="banner ${tone}"><h1><span aria-hidden="true">${symbol}</span> ${title}</h1>
<p>${adviceOf(report)}</p></div>
${completeness(report)}
<dl class="facts">
<div><dt>Target</dt><dd>${report.target.kind} <code>${report.target.endpoint}</code></dd></div>
<div><dt>When</dt><dd><time datetime="${report.startedAt}">${moment(report.startedAt)}</time>, for ${duration(report.durationMs)}</dd></div>
<div><dt>Suite</dt><dd>${report.suite.name} ${report.suite.version}</dd></div>
<div><dt>Tests</dt><dd>${report.completeness.executed} of ${report.completeness.planned} ran${skipped > 0 && html`, ${skipped} of them could not judge`}</dd></div>
<div><dt>Requests</dt><dd>${report.counts.requestsTotal}, ${report.counts.retries === 0 ? 'none' : report.counts.retries} of them repeated</dd></div>
<div><dt>Shares</dt><dd>${report.counts.sharesCreated} made</dd></div>
</dl>
${problems(report)}
${worstFirst(model)}
${countTable(report)}
${untestedReasons(report)}
</header>`;
}

function adviceOf({ verdict, counts, summary }: ConformanceReport): Html {
  const { must, should } = counts.byLevel;
  const warned =
    counts.requirements.warn > 0
      ? ` ${plural(counts.requirements.warn, 'recommendation does', 'recommendations do')} not hold: see the warnings.`
      : '';
  const known =
    counts.requirements.known > 0
      ? ` ${plural(counts.requirements.known, 'known deviation is', 'known deviations are')} waived.`
      : '';
  switch (verdict) {
    case 'conformant':
      return html`<b>Nothing stands against shipping.</b> ${plural(must.pass, 'MUST')} of the contract ${must.pass === 1 ? 'was' : 'were'} tested and ${must.pass === 1 ? 'holds' : 'hold'}.${warned}${known}`;
    case 'non-conformant':
      return html`<b>This server should not ship as it is.</b> It breaks ${plural(must.fail + should.fail, 'requirement')} of the contract, named below.${warned}${known}${
        must.untested > 0 &&
        ` ${plural(must.untested, 'more MUST', 'more MUSTs')} could not be judged: once this is mended, run again.`
      }`;
    case 'incomplete':
      return html`<b>Not enough was tested to decide.</b> Nothing that was tested breaks a MUST, but ${plural(must.untested, 'MUST was', 'MUSTs were')} not tested; the reasons stand below.${warned}${known}`;
    case 'error':
      return html`<b>This says nothing for or against the server.</b> ${summary}`;
  }
}

/** A run that was cut off must not look like a whole one. */
function completeness({
  completeness: { planned, executed, interrupted, missingShards },
}: ConformanceReport): Html {
  if (executed >= planned && !interrupted && missingShards.length === 0) return html``;
  const percent = planned === 0 ? 0 : Math.floor((100 * executed) / planned);
  const why =
    missingShards.length > 0
      ? `Of a run on several machines, part ${missingShards.join(', part ')} is missing.`
      : interrupted
        ? 'The run was cut off.'
        : 'Some tests did not run.';
  return html`<div class="cut"><p><b>This is not a whole run.</b> ${why} Only ${executed} of ${planned} tests ran (${percent} %).</p>
<progress max="${planned}" value="${executed}" aria-label="Tests that ran">${percent} %</progress></div>`;
}

function problems({ problems: texts, waivers }: ConformanceReport): Html {
  const stale = waivers.filter(({ state }) => state !== 'used');
  const all = [
    ...texts,
    ...stale.map(({ id, state }) => `The waiver of ${id} is ${state}: remove it from CBR_WAIVERS.`),
  ];
  if (all.length === 0) return html``;
  return html`<section class="problems" aria-labelledby="problems-title"><h2 id="problems-title">What stood in the way</h2><ul>${all.map((text) => html`<li>${text}</li>`)}</ul></section>`;
}

function worstFirst({ findings }: Model): Html {
  const failed = findings.filter(({ requirement }) => requirement.verdict === 'fail');
  const named =
    failed.length > 0 ? failed : findings.filter(({ requirement }) => requirement.verdict === 'warn');
  if (named.length === 0) return html``;
  const more = named.length - MOST_NAMED;
  const nameOf = ({ id, verdict, statement }: RequirementResult) =>
    html`<li>${chip(verdict)} <a href="#finding-${id}">${id}</a> ${statement}`;
  return html`<nav aria-labelledby="worst-title"><h2 id="worst-title">${failed.length > 0 ? 'What is broken' : 'What to look at'}</h2><ul class="worst">${named
    .slice(0, MOST_NAMED)
    .map(
      ({ requirement, also, differences: [first] }) =>
        html`${nameOf(requirement)}${first && gotInstead(first)}${
          also.length > 0 &&
          html` <span class="reason">and, by the same answers, ${also.map(({ id }) => id).join(', ')}</span>`
        }</li>`,
    )}${more > 0 && html`<li><a href="#findings">and ${more} more</a></li>`}</ul></nav>`;
}

function countTable({ counts: { byLevel, requirements } }: ConformanceReport): Html {
  const columns = VERDICT_ORDER.filter((verdict) => requirements[verdict] > 0);
  const sum = (level: Level) => columns.reduce((total, verdict) => total + byLevel[level][verdict], 0);
  return html`<div class="wide" role="region" tabindex="0" aria-label="Requirements by level and verdict"><table class="counts"><caption>Requirements by level and verdict</caption>
<thead><tr><th scope="col">Level</th>${columns.map((verdict) => html`<th scope="col">${chip(verdict)}</th>`)}<th scope="col">all</th></tr></thead>
<tbody>${LEVELS.map(
    (level) =>
      html`<tr><th scope="row">${level.toUpperCase()}</th>${columns.map((verdict) => html`<td>${byLevel[level][verdict] || '·'}</td>`)}<td>${sum(level)}</td></tr>`,
  )}</tbody></table></div>`;
}

function untestedReasons({ requirements }: ConformanceReport): Html {
  const reasons = new Map<string, RequirementResult[]>();
  for (const requirement of requirements) {
    if (requirement.verdict !== 'untested') continue;
    const reason = requirement.reason ?? '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), requirement]);
  }
  if (reasons.size === 0) return html``;
  return html`<section id="untested" aria-labelledby="untested-title"><h2 id="untested-title">What was not tested, and why</h2><ul>${[
    ...reasons,
  ]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(
      ([reason, some]) => html`<li>${reason.replace(/\.$/, '')}: ${untestedList(some)}</li>`,
    )}</ul></section>`;
}

function untestedList(some: readonly RequirementResult[]): Html {
  const list = join(
    some.map(({ id, statement }) => html`<a href="#${id}" title="${statement}">${id}</a>`),
    ', ',
  );
  if (some.length <= MOST_UNTESTED) return list;
  return html`<details><summary>${plural(some.length, 'requirement')}</summary>${list}</details>`;
}

function gotInstead({ field, expected, received }: Difference): Html {
  if (received === undefined) return html``;
  const short = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
  return html` <span class="reason">${field && html`${field}: `}got ${short(received)}${expected && html`, expected ${short(expected)}`}</span>`;
}
