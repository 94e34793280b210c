import type { RequirementResult } from '../../schemas/results.ts';
import { type Reason, untestedReasons } from '../reasons.ts';
import { type Html, html, plural } from './markup.ts';
import type { Model } from './model.ts';

/** So many requirements of one reason stand open: what is not tested is a risk that somebody has to weigh. */
const MOST_OPEN = 12;

/** What nothing is known about, by the reasons: a pass of the rest says nothing of it. */
export function untestedSection({ report }: Model): Html {
  const reasons = untestedReasons(report);
  if (reasons.length === 0) return html``;
  const count = report.counts.requirements.untested;
  return html`<section id="untested" aria-labelledby="untested-title"><h2 id="untested-title">What was not tested, and why</h2>
<p>${plural(count, 'requirement')} of ${report.requirements.length}: nothing is known about ${count === 1 ? 'it' : 'them'}.</p>
<ul class="reasons">${reasons.map(reasonItem)}</ul></section>`;
}

function reasonItem({ text, requirements }: Reason): Html {
  const list = html`<ul>${requirements.map(
    ({ id, statement }: RequirementResult) => html`<li><a href="#${id}">${id}</a> ${statement}</li>`,
  )}</ul>`;
  return html`<li><b>${requirements.length}</b> ${text}${
    requirements.length <= MOST_OPEN
      ? list
      : html`<details><summary>${plural(requirements.length, 'requirement')}</summary>${list}</details>`
  }</li>`;
}
