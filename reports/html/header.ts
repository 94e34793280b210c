import { LEVELS, type Level } from '../../schemas/requirements.ts';
import { type ConformanceReport, isWhole } from '../../schemas/results.ts';
import { staleWaivers } from '../stale-waivers.ts';
import { gist, whatIsWrong } from './findings.ts';
import { trend } from './history.ts';
import { type Html, html, plural } from './markup.ts';
import type { Finding, Model } from './model.ts';
import { testedBlock } from './tested.ts';
import { chip, RUN_VERDICTS, VERDICT_ORDER } from './verdicts.ts';

/** Failures named at the top of the page; the others are a link away. */
const MOST_NAMED = 6;

/** What somebody who has ten seconds needs: may it ship, what is wrong, and is this run complete? */
export function header(model: Model): Html {
  const { report } = model;
  const { symbol, title, tone } = isWarned(report) ? WARNED : RUN_VERDICTS[report.verdict];
  return html`<header>
<p class="kicker">${report.suite.contract}</p>
<div class="banner ${tone}"><h1><span aria-hidden="true">${symbol}</span> ${title}</h1>
<p>${adviceOf(report)}</p>${mockNote(report)}</div>
${completeness(report)}
${problems(report)}
${worstFirst(model)}
<div class="glance">${testedBlock(report)}
${report.verdict !== 'error' && html`<div>${countTable(report)}${trend(model)}</div>`}</div>
</header>`;
}

/** No server is waved through while something stands below that somebody has to decide about. */
const WARNED = { symbol: '!', title: 'Conformant, with warnings', tone: 'warn' } as const;

const isWarned = ({ verdict, counts }: ConformanceReport): boolean =>
  verdict === 'conformant' && counts.requirements.warn > 0;

function adviceOf({ verdict, counts, target, problems: noted }: ConformanceReport): Html {
  const { must, should } = counts.byLevel;
  const warned =
    counts.requirements.warn > 0
      ? ` ${plural(counts.requirements.warn, 'recommendation does', 'recommendations do')} not hold.`
      : '';
  const known =
    counts.requirements.known > 0
      ? ` ${plural(counts.requirements.known, 'known deviation is', 'known deviations are')} waived.`
      : '';
  const live = target.kind === 'live';
  const doubt =
    noted.length > 0 && html`, unless <a href="#problems-title">what stood in the way</a> is to blame`;
  switch (verdict) {
    case 'conformant':
      return html`${live && shippingAdvice(counts.requirements.warn)}${plural(must.pass, 'MUST')} of the contract ${must.pass === 1 ? 'was' : 'were'} tested and ${must.pass === 1 ? 'holds' : 'hold'}.${warned}${known}`;
    case 'non-conformant':
      return html`${live && html`<b>This server should not ship as it is</b>${doubt}. `}It breaks ${plural(must.fail + should.fail, 'requirement')} of the contract, named below.${warned}${known}${
        must.untested > 0 &&
        ` ${plural(must.untested, 'more MUST', 'more MUSTs')} could not be judged: once this is mended, run again.`
      }`;
    case 'incomplete':
      return html`${live && html`<b>Not enough was tested to decide.</b> `}Of ${plural(must.untested + must.pass + must.known + must.error, 'MUST')}, ${must.pass} hold, none is broken, and ${must.untested} ${must.untested === 1 ? 'was' : 'were'} not tested: <a href="#untested">the reasons</a>.${warned}${known}`;
    case 'error':
      return html`<b>This says nothing for or against the server.</b>`;
  }
}

const shippingAdvice = (warnings: number): Html =>
  warnings === 0
    ? html`<b>Nothing stands against shipping.</b> `
    : html`<b>No MUST stands against shipping; decide about ${plural(warnings, 'warning')} first.</b> `;

/** A pass of the stand-in must not be taken for one of a server. */
function mockNote({ target }: ConformanceReport): Html {
  if (target.kind !== 'mock') return html``;
  return html`<p class="mock"><b>This was the embedded mock, which comes with the suite.</b> Nothing is known about a server: set CBR_TARGET=live to test one.</p>`;
}

/** A run that was cut off must not look like a whole one. */
function completeness({ verdict, completeness: found }: ConformanceReport): Html {
  if (isWhole(found)) return html``;
  const { planned, executed, interrupted, missingShards } = found;
  if (verdict === 'error' && executed === 0 && missingShards.length === 0) return html``;
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

function problems(report: ConformanceReport): Html {
  const { problems: texts, summary, verdict } = report;
  const all = [
    ...texts,
    // Where nothing stood in the way, the summary alone says why nothing was judged.
    ...(verdict === 'error' && texts.length === 0 ? [summary] : []),
    ...staleWaivers(report),
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
  const nameOf = (finding: Finding) => {
    const { id, verdict } = finding.requirement;
    return html`<li>${chip(verdict)} <a href="#finding-${id}">${id}</a> ${whatIsWrong(finding)}`;
  };
  return html`<nav aria-labelledby="worst-title"><h2 id="worst-title">${failed.length > 0 ? 'What is broken' : 'What to look at'}</h2><ul class="worst">${named
    .slice(0, MOST_NAMED)
    .map(
      (finding) => html`${nameOf(finding)}${gist(finding)}</li>`,
    )}${more > 0 && html`<li><a href="#findings">and ${more} more</a></li>`}</ul></nav>`;
}

function countTable({ counts: { byLevel, requirements } }: ConformanceReport): Html {
  const rows = VERDICT_ORDER.filter((verdict) => requirements[verdict] > 0);
  const sum = (level: Level) => rows.reduce((total, verdict) => total + byLevel[level][verdict], 0);
  return html`<section class="numbers" aria-labelledby="counts-title"><h2 id="counts-title">Requirements</h2><table class="counts">
<thead><tr><th scope="col">Verdict</th>${LEVELS.map((level) => html`<th scope="col">${level.toUpperCase()}</th>`)}<th scope="col">all</th></tr></thead>
<tbody>${rows.map(
    (verdict) =>
      html`<tr><th scope="row">${chip(verdict)}</th>${LEVELS.map((level) => html`<td>${byLevel[level][verdict] || '·'}</td>`)}<td>${requirements[verdict]}</td></tr>`,
  )}
<tr><th scope="row">all</th>${LEVELS.map((level) => html`<td>${sum(level)}</td>`)}<td>${LEVELS.reduce((total, level) => total + sum(level), 0)}</td></tr></tbody></table></section>`;
}
