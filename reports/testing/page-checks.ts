/** What the tests hold every page to. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  // What a browser and a person see is the same without them.
  rules: { 'no-trailing-whitespace': 'off', 'doctype-style': 'off' },
});

/** What a validator finds in a page, each with its line; the first few say enough. */
export async function htmlProblems(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results
    .flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`))
    .slice(0, 5);
}

/** Links within a page that lead nowhere. */
export function deadLinks(page: string): string[] {
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  return [...page.matchAll(/href="#([^"]+)"/g)].flatMap(([, id = '']) => (ids.has(id) ? [] : [id]));
}
