import { type Html, html } from './markup.ts';

/**
 * A section that is closed until a reader wants it: a click, Enter, or a link to it opens it.
 * @param id of the section, the target of links
 * @param note what is inside, in a few words
 */
export function folded(id: string, title: string, note: Html | string, content: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><details class="fold"><summary><h2 id="${id}-title">${title}</h2>${
    note !== '' && html` <span class="note">${note}</span>`
  }</summary>
<div class="inside">${content}</div></details></section>`;
}
