/**
 * The contract page as data: what the report shows beside its verdicts, and what requirements cite.
 * Everything is read from the text of the page, `page/updating-the-share-member-status.txt`; only the ids are this
 * project's, and a test holds them against the text.
 */
import { readFileSync } from 'node:fs';
import { type PageSection, readPage } from './page/read-page.ts';

export type { PageSection } from './page/read-page.ts';

/** The text of the page, to the letter. */
export const PAGE_FILE = new URL('page/updating-the-share-member-status.txt', import.meta.url);

/** Everything of the page that a requirement can cite, in its order: sections, table rows and notes. */
const IDS = [
  'function',
  'debugging',
  'authorization',
  'uri',
  'uri/method',
  'table-1',
  'table-1/backup_id',
  'table-1/member_id',
  'table-1/project_id',
  'request-parameters',
  'table-2',
  'table-2/X-Auth-Token',
  'table-3',
  'table-3/status',
  'table-3/vault_id',
  'table-3/accept-rule',
  'response-parameters',
  'status-200',
  'table-4',
  'table-4/member',
  'table-5',
  'table-5/status',
  'table-5/created_at',
  'table-5/updated_at',
  'table-5/backup_id',
  'table-5/image_id',
  'table-5/dest_project_id',
  'table-5/vault_id',
  'table-5/id',
  'example-request',
  'example-response',
  'status-codes',
  'status-codes/200',
  'error-codes',
] as const;

export type PageRowId = (typeof IDS)[number];

/** Every id of the page, in its order. */
export const PAGE_ROW_IDS: readonly PageRowId[] = IDS;

const page = readPage(readFileSync(PAGE_FILE, 'utf8'));

export const PAGE_TITLE = page.title;

/** When the edition of the page that lies here was updated (GMT+08:00). */
export const PAGE_EDITION = page.edition ?? '';

/** The page's sections in its order. */
export const PAGE = page.sections as readonly PageSection<PageRowId>[];

/** What no requirement cites, with the reason. A test keeps this list exact. */
export const ROWS_WITHOUT_REQUIREMENT: Partial<Record<PageRowId, string>> = {
  debugging: 'It tells callers about a tool of the provider; a server cannot break it.',
  'request-parameters': 'A heading; what it heads is Tables 2 and 3.',
  'response-parameters': 'A heading; what it heads is Tables 4 and 5.',
  'table-1': 'Each of its rows is tested for itself.',
  'table-2': 'Its one row is tested for itself.',
  'status-codes': 'Its one row is told under the heading “Status code: 200” too.',
  'status-codes/200': 'The heading “Status code: 200” says the same and is tested.',
};

const TEXTS = Object.fromEntries(
  PAGE.flatMap(({ id, title, text, code, table, notes = [] }) => [
    [id, [text ?? title, code].filter((part) => part !== undefined).join('\n')],
    ...(table?.rows ?? []).map((row) => [row.id, row.cells.join(' | ')]),
    ...notes.map((note) => [note.id, note.text]),
  ]),
) as Record<PageRowId, string>;

/**
 * The quote behind an id: a row's cells joined by ` | `, a note, or a section's text and code (its title
 * where it has neither).
 */
export function rowText(id: PageRowId): string {
  return TEXTS[id];
}
