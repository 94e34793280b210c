import type { ConformanceReport } from '../../schemas/results.ts';
import { folded } from './fold.ts';
import { type Html, html, plural } from './markup.ts';
import type { Model } from './model.ts';
import { chip, VERDICT_ORDER, VERDICTS } from './verdicts.ts';

/** How the run was made: what was given, what it cost, and what was waived. */
export function runSection({ report }: Model): Html {
  return folded(
    'run',
    'How the run was made',
    report.configuration['level of trust'] ?? '',
    html`<h3>Configuration</h3><dl class="pairs">${Object.entries(report.configuration).map(
      ([name, value]) => html`<div><dt><code>${name}</code></dt><dd>${value}</dd></div>`,
    )}</dl>
<h3>Requests</h3><p>${requestsOf(report)}</p>${repeated(report)}
${
  report.waivers.length > 0 &&
  html`<h3>Waivers</h3><ul>${report.waivers.map(
    ({ id, reason, expires, state }) =>
      html`<li><a href="#${id}">${id}</a>, until ${expires}, ${state}: ${reason}</li>`,
  )}</ul>`
}`,
  );
}

/** What the words of the page mean. */
export function legendSection(): Html {
  return folded(
    'legend',
    'What the words mean',
    '',
    html`<dl class="pairs">${VERDICT_ORDER.map(
      (verdict) => html`<div><dt>${chip(verdict)}</dt><dd>${VERDICTS[verdict].meaning}</dd></div>`,
    )}
<div><dt>MUST</dt><dd>stated by the page, by the provider’s API definition of this operation, or by the HTTP and JSON standards they rest on</dd></div>
<div><dt>SHOULD</dt><dd>published by the provider around it, or what any caller needs though no row says so</dd></div>
<div><dt>OBSERVE</dt><dd>nobody says: recorded, not judged</dd></div></dl>`,
  );
}

function requestsOf({ counts }: ConformanceReport): string {
  const parts = Object.entries(counts.requests)
    .filter(([, count]) => count > 0)
    .map(([operation, count]) => `${operation} ${count}`);
  return `${counts.requestsTotal} in all: ${parts.join(', ') || 'none'}. ${plural(counts.sharesCreated, 'share')} made, ${plural(counts.tokensFetched, 'token')} fetched.`;
}

/** Repetitions are shown so that they cannot hide a server that fails now and then. */
function repeated({ exchanges }: ConformanceReport): Html {
  const reasons = new Map<string, number>();
  for (const { retries } of Object.values(exchanges))
    for (const { reason } of retries) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  if (reasons.size === 0) return html`<p>None had to be repeated.</p>`;
  return html`<p>Repeated, as a server in trouble deserves another try:</p><ul>${[...reasons]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => html`<li>${plural(count, 'time')}: ${reason}</li>`)}</ul>`;
}
