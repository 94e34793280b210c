import { TRANSITION_KINDS } from '../../schemas/transitions.ts';
import { changeGroups } from '../baseline.ts';
import { requirementLink } from './contract.ts';
import { type Html, html, moment } from './markup.ts';
import type { Model } from './model.ts';

/** What has changed against the run in `CBR_BASELINE`. */
export function baselineSection({ report: { baseline }, requirements }: Model): Html {
  if (!baseline) return html``;
  const groups = changeGroups(baseline);
  const { notes } = baseline;
  return html`<section id="baseline" aria-labelledby="baseline-title"><h2 id="baseline-title">Against the run of ${moment(baseline.startedAt)}</h2>
${notes.length > 0 && html`<ul>${notes.map((note) => html`<li><b>${note}</b></li>`)}</ul>`}
${groups.length === 0 && html`<p>Nothing has changed.</p>`}
${groups.map(
  ({ kind, title, changes }) =>
    html`<h3>${title}: ${changes.length}</h3><p>${TRANSITION_KINDS[kind].meaning}</p><ul>${changes.map(
      ({ id, words }) => {
        const requirement = requirements.get(id);
        return html`<li>${requirement ? requirementLink(requirement) : id} <b>${words}</b>${requirement && html`: ${requirement.statement}`}</li>`;
      },
    )}</ul>`,
)}</section>`;
}
