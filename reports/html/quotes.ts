import { PAGE, PAGE_ROW_IDS, rowText } from '../../schemas/page.ts';
import type { RequirementResult } from '../../schemas/results.ts';
import { type Html, html } from './markup.ts';

/** What the page says only by naming another page. */
const REFERENCES = new Set(['See Error Codes.']);

/** What the contract says: the page in its own words, every other source in ours. */
export function contractQuotes({ rows, source, level, quotes = [] }: RequirementResult): Html {
  const known = PAGE_ROW_IDS.filter((id) => rows.includes(id));
  return html`<figure><figcaption><b>${level.toUpperCase()}</b>, from: ${source}</figcaption>
${known
  .filter((id) => !REFERENCES.has(rowText(id)))
  // Of a table as a whole the page says nothing but its title.
  .map(
    (id) =>
      html`<blockquote>${rowLink(id)}${rowText(id) !== titleOf(id) && html`: <q>${rowText(id)}</q>`}</blockquote>`,
  )}
${quotes.map(({ source: name, text }) => html`<blockquote class="other"><b>${name}</b>: ${text}</blockquote>`)}</figure>`;
}

export const rowAnchor = (id: string) => `row-${id.replace('/', '-')}`;

const rowLink = (id: string) => html`<a href="#${rowAnchor(id)}">${titleOf(id)}</a>`;

function titleOf(id: string): string {
  const section = PAGE.find((candidate) => candidate.id === id.split('/')[0]);
  return section?.title ?? id;
}
