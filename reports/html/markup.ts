/** Markup that is safe to put into a page. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = Html | string | number | false | null | undefined | readonly Value[];

/** What a reader cannot see, or what changes how the rest is shown: control, bidirectional and zero-width characters, halves of pairs. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const codeOf = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text with characters that are not to be seen written as `\u202e`. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, codeOf);
}

/** For text and for attributes in quotes. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function render(value: Value): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  return value === false || value === null || value === undefined ? '' : escapeHtml(String(value));
}

/** A template whose values are escaped, unless they are markup themselves; lists are joined, and nothing is nothing. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(
    strings.map((text, index) => text + (index < values.length ? render(values[index]) : '')).join(''),
  );
}

/** Joins with a separator that is markup or text. */
export function join(values: readonly Value[], separator: Value): Html {
  return new Html(values.map(render).join(render(separator)));
}

/**
 * A table that scrolls by itself where it is wider than the page.
 * @param label for those who cannot see it
 */
export function wideTable(
  label: string,
  columns: readonly (Html | string)[],
  rows: readonly Html[],
  kind?: string,
): Html {
  return html`<div class="wide" role="region" tabindex="0" aria-label="${label}"><table${kind !== undefined && html` class="${kind}"`}><thead><tr>${columns.map(
    (column) => html`<th scope="col">${column}</th>`,
  )}</tr></thead>
<tbody>${join(rows, '\n')}</tbody></table></div>`;
}

/** `3 requirements`, `1 requirement` */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `12.3 s`, `2 min 5 s` or `340 ms` */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `2026-01-31 09:05:03 UTC` */
export function moment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

/** `09:05:03.123`, in UTC: when within a run something happened. */
export function timeOfDay(iso: string): string {
  return iso.slice(11, 23);
}
