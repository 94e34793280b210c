import type { EvidenceBook } from './evidence.ts';
import { folded } from './fold.ts';
import { type Html, html, plural } from './markup.ts';
import type { Model } from './model.ts';

/** What the contract leaves open, and what this server does there: told, not judged. */
export function observationsSection({ report, tests }: Model, book: EvidenceBook): Html {
  const observed = report.requirements.filter(({ level }) => level === 'observe');
  const seen = observed.filter(({ verdict }) => verdict === 'observed').length;
  return folded(
    'observations',
    'What the page leaves open, and what this server does',
    `${seen} of ${plural(observed.length, 'open question')} answered`,
    html`<p>Nothing here is right or wrong. Whoever writes a client must be ready for it.</p>
<dl class="observations">${observed.map((requirement) => {
      const seen = requirement.tests.flatMap((testId) => {
        const { outcomes = [], title = '' } = tests.get(testId) ?? {};
        return outcomes
          .filter(({ requirement: id, kind }) => id === requirement.id && kind === 'observed')
          .map((outcome) => ({ ...outcome, title }));
      });
      const different = seen.filter(
        ({ message }, index) => seen.findIndex((other) => other.message === message) === index,
      );
      return html`<div id="observed-${requirement.id}"><dt><a href="#${requirement.id}">${requirement.id}</a> ${requirement.statement}</dt>
${
  different.length === 0
    ? html`<dd>${requirement.reason ?? 'nothing was recorded'}</dd>`
    : different.map(
        ({ message, exchange, title }) =>
          html`<dd>${message} ${exchange !== undefined && html`(${book.link(exchange, 'exchange', `of: ${title}`)})`}</dd>`,
      )
}</div>`;
    })}</dl>`,
  );
}
