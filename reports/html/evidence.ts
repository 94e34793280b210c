import type { BodyEvidence, ExchangeEvidence, Outcome } from '../../schemas/results.ts';
import { duration, type Html, html, join, moment, plural } from './markup.ts';
import type { Model } from './model.ts';

/** Characters of exchanges that one page holds, so that it stays small enough to be mailed. */
const MOST_CHARACTERS = 1_100_000;
/** Of one body, in this page; `conformance.json` and `conformance.har` show more. */
const MOST_OF_A_BODY = 2000;

export const anchorOf = (exchangeId: string): string => `x-${exchangeId}`;

/**
 * The exchanges a page refers to. Each is shown once: in the finding that shows it first, or among the
 * others at the page's end.
 */
export class EvidenceBook {
  private readonly model: Model;
  private readonly shown = new Set<string>();
  private readonly wanted = new Set<string>();
  private characters = 0;

  constructor(model: Model) {
    this.model = model;
  }

  /** The text as a link to an exchange; the text alone where there is none. */
  link(exchangeId: string | undefined, text: Html | string, label?: string): Html {
    if (exchangeId === undefined || !(exchangeId in this.model.report.exchanges)) return html`${text}`;
    this.wanted.add(exchangeId);
    return html`<a href="#${anchorOf(exchangeId)}"${label === undefined ? '' : html` aria-label="${label}"`}>${text}</a>`;
  }

  /** An exchange in full, its anchor with it; a link where it is shown already. */
  show(exchange: ExchangeEvidence, outcomes: readonly Outcome[]): Html {
    if (this.shown.has(exchange.id))
      return html`<p>${this.link(exchange.id, 'The exchange is shown above.')}</p>`;
    this.shown.add(exchange.id);
    const shown = html`<div class="exchange" id="${anchorOf(exchange.id)}">${renderExchange(exchange, outcomes)}</div>`;
    this.characters += shown.text.length;
    return shown;
  }

  /** Everything that was linked to and is not shown yet. */
  rest(): Html {
    const { report } = this.model;
    const outcomes = new Map<string, Outcome[]>();
    for (const outcome of report.tests.flatMap((test) => test.outcomes)) {
      if (outcome.kind !== 'broken' || outcome.exchange === undefined) continue;
      outcomes.set(outcome.exchange, [...(outcomes.get(outcome.exchange) ?? []), outcome]);
    }
    const ids = [...this.wanted].filter((id) => !this.shown.has(id));
    return html`${ids.map((id) => {
      const exchange = report.exchanges[id];
      if (!exchange) return '';
      const content =
        this.characters > MOST_CHARACTERS
          ? html`<p>Left out to keep this page small: see <code>${id}</code> in <code>conformance.json</code>.</p>`
          : renderExchange(exchange, outcomes.get(id) ?? []);
      this.characters += content.text.length;
      const status = exchange.response ? exchange.response.status : 'no answer';
      return html`<details class="exchange"><summary>${exchange.title}: <b>${status}</b></summary>
<div id="${anchorOf(id)}">${content}</div></details>`;
    })}`;
  }
}

function renderExchange(exchange: ExchangeEvidence, outcomes: readonly Outcome[]): Html {
  const { request, response, failure, retries } = exchange;
  const who = exchange.tenant ? `, with the ${exchange.tenant}’s token` : '';
  const repeated =
    retries.length > 0 &&
    html` Sent ${plural(retries.length + 1, 'time')}: ${join(
      retries.map(({ reason, waitedMs }) => `${reason}, then waited ${duration(waitedMs)}`),
      '; ',
    )}.`;
  const fields = new Set(outcomes.flatMap(({ field }) => field ?? []));
  return html`<p class="meta">${exchange.title}${who}, at ${moment(exchange.startedAt)}, answered after ${duration(exchange.durationMs)}.${repeated}</p>
<div class="wire">
<section><h5>Sent</h5><pre tabindex="0"><b>${request.method} ${request.url}</b>
${headerLines(request.headers, new Set())}${bodyText(request.body, new Set())}</pre></section>
<section><h5>Came back</h5><pre tabindex="0">${
    response
      ? html`${marked(html`${response.status} ${response.statusText}`, fields.has('status code'))}
${headerLines(response.headers, fields)}${bodyText(response.body, fields)}`
      : marked(html`No complete answer: ${failure?.message ?? 'unknown'}`, true)
  }</pre></section>
</div>
<h5>As a command</h5><div class="copy"><pre tabindex="0">${exchange.curl}</pre></div>`;
}

const marked = (text: Html, mark: boolean): Html =>
  mark ? html`<mark>${text}</mark>` : html`<b>${text}</b>`;

function headerLines(headers: readonly [string, string][], fields: ReadonlySet<string>): Html {
  const names = new Set([...fields].map((field) => field.toLowerCase()));
  return html`${headers.map(([name, value]) => {
    const line = html`${name}: ${value}`;
    return html`${names.has(name.toLowerCase()) ? marked(line, true) : line}
`;
  })}`;
}

function bodyText(body: BodyEvidence | null, fields: ReadonlySet<string>): Html {
  if (body === null || (body.bytes === 0 && body.text === ''))
    return html`
<i>no body</i>`;
  const text = body.text.slice(0, MOST_OF_A_BODY);
  const cut = body.truncated || text.length < body.text.length;
  const encoding =
    body.encoding === 'base64' &&
    html`<i>bytes that are no UTF-8, as base64:</i>
`;
  return html`
${encoding}${markFields(text, fields)}${
  cut &&
  html`
<i>… cut here; ${body.bytes} bytes in all</i>`
}`;
}

/** The members of a JSON text that the findings are about, marked in the text as it came. */
function markFields(text: string, fields: ReadonlySet<string>): Html {
  const names = [...fields]
    .filter((field) => /^[\w.]+$/.test(field))
    .map((field) => field.split('.').at(-1) ?? '');
  if (names.length === 0) return html`${text}`;
  const value = String.raw`(?:"(?:[^"\\]|\\.)*"|[^,}\]\s]+)`;
  const pattern = new RegExp(String.raw`("(?:${names.join('|')})"\s*:\s*${value})`);
  return html`${text.split(pattern).map((part, index) => (index % 2 === 1 ? html`<mark>${part}</mark>` : part))}`;
}
