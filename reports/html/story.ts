import type { ExchangeEvidence, OperationName, Outcome } from '../../schemas/results.ts';
import { bodyBlock, command, type EvidenceBook, headerLines, statusLine, tries } from './evidence.ts';
import { type Html, html, timeOfDay, wideTable } from './markup.ts';
import type { Evidence, Model } from './model.ts';

/** The exchanges that a finding is about; `before` and `after` where it is about what has changed. */
export interface Story {
  before?: ExchangeEvidence;
  call?: ExchangeEvidence;
  after?: ExchangeEvidence;
}

export function storyOf({ report }: Model, { exchange, readings }: Outcome): Story {
  const find = (id: string | undefined) => (id === undefined ? undefined : report.exchanges[id]);
  // Where a reading alone shows the change, there is no call between it and the one before.
  const between = exchange === readings?.after ? undefined : exchange;
  const [before, call, after] = [find(readings?.before), find(between), find(readings?.after)];
  return { ...(before ? { before } : {}), ...(call ? { call } : {}), ...(after ? { after } : {}) };
}

/** The exchanges of which one is to blame, it is not known which. */
export const suspectsOf = ({ report }: Model, { suspects = [] }: Outcome): ExchangeEvidence[] =>
  suspects.flatMap((id) => report.exchanges[id] ?? []);

/** The record that a reading shows, or the one that was made when the backup was shared. */
function recordOf(exchange: ExchangeEvidence | undefined): Record<string, unknown> | undefined {
  try {
    const body = JSON.parse(exchange?.response?.body.text ?? '');
    const record: unknown = body.member ?? body.members?.[0];
    return typeof record === 'object' && record !== null ? (record as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Fields of the record in which two readings differ, as paths. */
function changedFields({ before, after }: Story): string[] {
  const [was, is] = [recordOf(before), recordOf(after)];
  if (!was || !is) return [];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].filter((name) => !isSame(was[name], is[name])).map((name) => `member.${name}`);
}

/** The title of a call that has the width of the page. */
const ALONE = 'The exchange';

const READING: readonly OperationName[] = ['show', 'list'];

export const isReading = ({ operation }: ExchangeEvidence): boolean => READING.includes(operation);

const MEMBERS = /\/backups\/([^/]+)\/members(?:\/([^/?]+))?/;

/** What a test had decided about the share before it was read, the first one first. */
export function decidedBefore(
  { report }: Model,
  { test }: Evidence,
  read: ExchangeEvidence,
): ExchangeEvidence[] {
  const [, backup, member] = MEMBERS.exec(read.request.url) ?? [];
  const at = test.exchanges.indexOf(read.id);
  return test.exchanges
    .slice(0, Math.max(at, 0))
    .flatMap((id) => report.exchanges[id] ?? [])
    .filter(({ operation, situation, response, request }) => {
      const [, itsBackup, itsMember] = MEMBERS.exec(request.url) ?? [];
      const isTaken = operation === 'update' && situation && response !== null && response.status < 300;
      return isTaken && itsBackup === backup && (member === undefined || itsMember === member);
    });
}

/** What happened, so that it can be read from left to right: the reading before, the call, the reading after. */
export function storySection(model: Model, evidence: Evidence, book: EvidenceBook): Html {
  const { outcome } = evidence;
  const story = storyOf(model, outcome);
  const { before, call, after } = story;
  if ((!before && !call && !after) || book.isFull) return html``;
  const changed = changedFields(story);
  const suspects = suspectsOf(model, outcome);
  const isKnown = call !== undefined && suspects.length === 0;
  const own = outcome.field === undefined ? [] : [outcome.field];
  const fields = new Set([...changed, ...own]);
  const decided = call && isReading(call) ? decidedBefore(model, evidence, call).at(-1) : undefined;
  if (!after && call && decided) {
    return book.spend(
      html`<div class="story">${step('Decided before', decided, new Set(), book)}${step('What is read then', call, new Set(own), book)}</div>`,
    );
  }
  if (!after) {
    return book.spend(html`<div class="story">${call && step(ALONE, call, new Set(own), book)}</div>`);
  }
  return book.spend(html`<div class="story">
${before && step('Before', before, fields, book)}
${suspects.length > 0 ? suspectsStep(suspects, book) : call && step('The call', call, new Set(), book)}
${step('After', after, recordOf(after) ? fields : new Set(['status code']), book)}</div>
${changeTable(outcome.requirement, story, fields)}
<details><summary>${isKnown ? 'The call and the reading as commands' : 'The reading as a command'}</summary>${isKnown && call && commandOf(call)}${commandOf(after)}</details>`);
}

/** Nobody is to look for a fault in the first request of several that happens to stand there. */
const suspectsStep = (suspects: readonly ExchangeEvidence[], book: EvidenceBook): Html =>
  html`<section class="step"><h5>One of these ${suspects.length}</h5><p class="what">It is not known which.</p><ol>${suspects.map(
    ({ id, title, response }) =>
      html`<li>${book.link(id, html`${title}`)} → ${response?.status ?? 'no answer'}</li>`,
  )}</ol></section>`;

function step(
  title: string,
  exchange: ExchangeEvidence,
  fields: ReadonlySet<string>,
  book: EvidenceBook,
): Html {
  const { id, request, response, failure, startedAt } = exchange;
  // As it was sent: a parser would tidy up what the test is about.
  const path = request.url.replace(/^https?:\/\/[^/]+/, '');
  const named = (response?.headers ?? []).filter(([name]) =>
    [...fields].some((field) => field.toLowerCase() === name.toLowerCase()),
  );
  const head = html`<h5>${title} <span class="meta"><time datetime="${startedAt}">${timeOfDay(startedAt)}</time> ${book.link(id, html`<code>${id}</code>`)}</span></h5>
<p class="what">${exchange.title}</p>${exchange.retries.length > 0 && html`<p class="meta">${tries(exchange)}</p>`}`;
  // Of a reading, what was read matters.
  const body = title !== 'Before' && request.body && bodyBlock(request.body, new Set());
  const sent = html`<pre class="line">${request.method} <span class="path">${path}</span></pre>${body}`;
  const came = html`<pre class="line answer">→ ${statusLine(response, failure, fields)}${
    named.length > 0 &&
    html`
${headerLines(named, fields)}`
  }</pre>${response && bodyBlock(response.body, fields)}`;
  return html`<section class="step">${head}${title === ALONE ? html`<div class="wire"><div>${sent}</div><div>${came}</div></div>` : html`${sent}${came}`}</section>`;
}

function commandOf({ tenant, curl }: ExchangeEvidence): Html {
  return command(tenant === null ? curl : `# with the ${tenant}’s token in $TOKEN\n${curl}`);
}

/** The fields that differ, side by side: what is the same needs no reader. */
function changeTable(id: string, story: Story, fields: ReadonlySet<string>): Html {
  const [was, is] = [recordOf(story.before), recordOf(story.after)];
  if (!was) return html``;
  const show = (value: unknown) => (value === undefined ? 'absent' : JSON.stringify(value));
  const names = [...fields].filter((field) => field.startsWith('member.')).map((field) => field.slice(7));
  const gone = story.after?.response?.status ?? 'no answer';
  const rows = is
    ? names.map((name) => [name, show(was[name]), show(is[name])])
    : [['the share', show(was.status), `gone: ${gone}`]];
  if (rows.length === 0) return html``;
  const shown = rows.map(
    ([name, before, after]) =>
      html`<tr><th scope="row">${name}</th><td><del>${before}</del></td><td><ins>${after}</ins></td></tr>`,
  );
  return wideTable(`What has changed: ${id}`, ['What has changed', 'Before', 'After'], shown, 'change');
}
