import type { PageSection } from './read-page.ts';

/** One thing that another edition of the page says differently. */
export interface PageChange {
  /** Where and what: `Table 3, row vault_id: mandatory now`. */
  summary: string;
  before?: string;
  after?: string;
  /** What of the known page it is about, as ids that requirements cite. */
  rows: readonly string[];
  /** It says something that the known page has no row for. */
  isNew?: boolean;
}

/** Text as it is compared: how lines break, which bullets and which quotes are used, says nothing. */
export const plain = (text = ''): string =>
  text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/• /g, '').replace(/\s+/g, ' ').trim();

/** A change where the texts differ, nothing where they do not. */
export function changeOf(
  summary: string,
  rows: readonly string[],
  before: string | undefined,
  after: string | undefined,
): PageChange[] {
  return plain(before) === plain(after)
    ? []
    : [{ summary, rows, before: before || 'nothing', after: after || 'nothing' }];
}

/** How a section is called: tables by their number. */
export const nameOf = ({ title }: PageSection): string => /^Table \d+/.exec(title)?.[0] ?? title;
