import { requirementLink } from './contract.ts';
import { type Html, html, moment, plural } from './markup.ts';
import type { Model } from './model.ts';

/** What has changed against the run in `CBR_BASELINE`. */
export function baselineSection({ report: { baseline }, requirements }: Model): Html {
  if (!baseline) return html``;
  const groups: [string, readonly string[]][] = [
    ['New', baseline.new],
    ['Fixed', baseline.fixed],
    ['Unchanged', baseline.unchanged],
  ];
  return html`<section id="baseline" aria-labelledby="baseline-title"><h2 id="baseline-title">Against the run of ${moment(baseline.startedAt)}</h2>
${groups.map(([title, ids]) => {
  const listed = ids.flatMap((id) => requirements.get(id) ?? []);
  return html`<h3>${title}: ${plural(ids.length, 'deviation')}</h3>${listed.length > 0 && html`<ul>${listed.map((requirement) => html`<li>${requirementLink(requirement)} ${requirement.statement}</li>`)}</ul>`}`;
})}</section>`;
}
