import type { BodyEvidence, ExchangeEvidence, Outcome } from '../../schemas/results.ts';
import { layOut } from './json-layout.ts';
import { duration, type Html, html, join, plural, timeOfDay } from './markup.ts';
import type { Model } from './model.ts';

/** Characters of exchanges that one page holds, so that it stays small enough to be mailed. */
const MOST_CHARACTERS = 1_100_000;
/** Of one body, in this page; `conformance.json` and `conformance.har` show more. */
const MOST_OF_A_BODY = 2000;
/** Of the words behind a status code, which are a server's own. */
const MOST_OF_A_STATUS = 200;
/** Lines of a body that stand open; longer ones are folded. */
const MOST_LINES = 16;

const anchorOf = (exchangeId: string): string => `x-${exchangeId}`;

/** `PUT → 400`, `GET → no answer` */
export const callOf = ({ request, response }: ExchangeEvidence): string =>
  `${request.method} → ${response?.status ?? 'no answer'}`;

/**
 * The exchanges a page refers to. Each is shown once: in the finding that shows it first, or among the
 * others at the page's end.
 */
export class EvidenceBook {
  private readonly model: Model;
  private readonly shown = new Set<string>();
  private readonly wanted = new Set<string>();
  private readonly broken: ReadonlyMap<string, Outcome[]>;
  private characters = 0;

  constructor(model: Model) {
    this.model = model;
    this.broken = brokenByExchange(model);
  }

  /** Whether the page holds as much as it should: what comes now is named, and not shown. */
  get isFull(): boolean {
    return this.characters > MOST_CHARACTERS;
  }

  /** Counts what is shown of exchanges outside of their entries. */
  spend(shown: Html): Html {
    this.characters += shown.text.length;
    return shown;
  }

  /** How many exchanges were linked to and stand in no finding. */
  get left(): number {
    return [...this.wanted].filter((id) => !this.shown.has(id)).length;
  }

  /**
   * The text as a link to an exchange; the text alone where there is none.
   * @param more what the link says to those who hear it without its surroundings
   */
  link(exchangeId: string | undefined, text: Html | string, more?: string): Html {
    if (exchangeId === undefined || !(exchangeId in this.model.report.exchanges)) return html`${text}`;
    this.wanted.add(exchangeId);
    return html`<a href="#${anchorOf(exchangeId)}">${text}${more !== undefined && html`<span class="unseen"> ${more}</span>`}</a>`;
  }

  /**
   * An exchange as an entry of a list in order of time, its anchor with it; a link where it is shown already.
   * @param context what stands at the end of its line: the test, or its part in a story
   */
  entry(exchange: ExchangeEvidence, context: Html | string, open = false): Html {
    if (this.shown.has(exchange.id)) {
      return html`<div class="entry">${this.link(exchange.id, headOf(exchange))}, shown above ${context}</div>`;
    }
    this.shown.add(exchange.id);
    const content = this.isFull
      ? html`<p>Left out to keep this page small: see <code>${exchange.id}</code> in <code>conformance.json</code>.</p>`
      : this.spend(renderExchange(exchange, this.broken.get(exchange.id) ?? []));
    return html`<details class="exchange" id="${anchorOf(exchange.id)}"${open && html` open`}><summary>${headOf(exchange)} <span class="meta">${context}</span></summary>
${content}</details>`;
  }

  /** Everything that was linked to and is not shown yet, in order of time. */
  rest(): Html {
    const { report, tests } = this.model;
    const testOf = new Map(
      [...tests.values()].flatMap((test) => test.exchanges.map((id) => [id, test.title] as const)),
    );
    return html`${[...this.wanted]
      .filter((id) => !this.shown.has(id))
      .flatMap((id) => report.exchanges[id] ?? [])
      .sort(inOrder)
      .map((exchange) => this.entry(exchange, testOf.get(exchange.id) ?? ''))}`;
  }
}

/** The exchange that was sent first stands first. */
export const inOrder = (a: ExchangeEvidence, b: ExchangeEvidence): number =>
  a.startedAt.localeCompare(b.startedAt) || a.id.localeCompare(b.id, 'en', { numeric: true });

function brokenByExchange({ report }: Model): Map<string, Outcome[]> {
  const outcomes = new Map<string, Outcome[]>();
  const add = (id: string | undefined, outcome: Outcome) => {
    if (id !== undefined) outcomes.set(id, [...(outcomes.get(id) ?? []), outcome]);
  };
  for (const outcome of report.tests.flatMap((test) => test.outcomes)) {
    if (outcome.kind !== 'broken') continue;
    // What has changed shows in the readings; the call's own answer may say anything.
    if (outcome.readings) {
      add(outcome.readings.before, outcome);
      add(outcome.readings.after, outcome);
    } else add(outcome.exchange, outcome);
  }
  return outcomes;
}

function headOf(exchange: ExchangeEvidence): Html {
  return html`<time datetime="${exchange.startedAt}">${timeOfDay(exchange.startedAt)}</time> <code>${exchange.id}</code> <b>${callOf(exchange)}</b> ${exchange.title}`;
}

function renderExchange(exchange: ExchangeEvidence, outcomes: readonly Outcome[]): Html {
  const { request, response, failure } = exchange;
  const who = exchange.tenant ? `With the ${exchange.tenant}’s token, answered` : 'Answered';
  const fields = new Set(outcomes.flatMap(({ field }) => field ?? []));
  return html`<p class="meta">${who} after ${duration(exchange.durationMs)}.${tries(exchange, ' ')}</p>
<div class="wire">
<section><p class="head">Sent</p><pre><b>${request.method} ${request.url}</b>
${headerLines(request.headers, new Set())}</pre>${bodyBlock(request.body, new Set())}</section>
<section><p class="head">Came back</p><pre>${statusLine(response, failure, fields)}
${response && headerLines(response.headers, fields)}${
  response?.aside &&
  html`
<i>before the answer, or behind its body:</i>
${headerLines(response.aside, fields)}`
}</pre>${response && bodyBlock(response.body, fields)}</section>
</div>
${exchange.curl !== '' && html`<p class="head">As a command</p>${command(exchange.curl)}`}`;
}

/** How the tries before the last one ended; empty where the first one was the last. */
export function tries({ retries }: ExchangeEvidence, before = ''): Html {
  if (retries.length === 0) return html``;
  const ends = retries.map(({ reason, waitedMs }) => `${reason}, then waited ${duration(waitedMs)}`);
  return html`${before}Sent ${plural(retries.length + 1, 'time')}: ${join(ends, '; ')}.`;
}

/** A command that a button copies. */
export function command(text: string): Html {
  return html`<div class="copy"><pre>${text}</pre></div>`;
}

/** The first line of an answer, marked where a finding is about it. */
export function statusLine(
  response: ExchangeEvidence['response'],
  failure: ExchangeEvidence['failure'],
  fields: ReadonlySet<string>,
): Html {
  return response
    ? marked(
        html`${response.status} ${response.statusText.slice(0, MOST_OF_A_STATUS)}`,
        fields.has('status code'),
      )
    : marked(html`No complete answer: ${failure?.message ?? 'unknown'}`, true);
}

const marked = (text: Html, mark: boolean): Html =>
  mark ? html`<mark>${text}</mark>` : html`<b>${text}</b>`;

export function headerLines(headers: readonly [string, string][], fields: ReadonlySet<string>): Html {
  const names = new Set([...fields].map((field) => field.toLowerCase()));
  return html`${headers.map(([name, value]) => {
    const line = html`${name}: ${value}`;
    return html`${names.has(name.toLowerCase()) ? marked(line, true) : line}
`;
  })}`;
}

/** A body, JSON laid out; a long one behind a line that opens it. */
export function bodyBlock(body: BodyEvidence | null, fields: ReadonlySet<string>): Html {
  if (body === null || (body.bytes === 0 && body.text === '')) return html`<p class="meta">no body</p>`;
  const whole = body.encoding === 'base64' || body.truncated ? body.text : layOut(body.text);
  const text = whole.slice(0, MOST_OF_A_BODY);
  const cut = body.truncated || text.length < whole.length;
  const notes = [
    ...(body.encoding === 'base64' ? ['bytes that are no UTF-8, as base64'] : []),
    ...(cut ? [`cut here; ${body.bytes} bytes in all`] : []),
  ];
  const shown = html`<pre class="body">${markFields(text, fields)}</pre>${notes.length > 0 && html`<p class="meta">${notes.join(', ')}</p>`}`;
  const lines = text.split('\n').length;
  if (lines <= MOST_LINES && text.length <= 80 * MOST_LINES) return shown;
  const size = lines > MOST_LINES ? plural(lines, 'line') : `${body.bytes} bytes`;
  return html`<details class="long"><summary>The body, ${size}</summary>${shown}</details>`;
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
