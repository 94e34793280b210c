import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../member.ts';
import { changeOf, nameOf, type PageChange, plain } from './change.ts';
import { changesOfTable } from './compare-tables.ts';
import type { PageSection, ReadPage } from './read-page.ts';

/** `Table 3 Request body parameters` → `Request body parameters`: numbers move when a table is added. */
const withoutNumber = (title: string) => title.replace(/^Table \d+[:.]? /, '');

/** What tells a section apart in every edition. */
function keyOf({ id, title }: PageSection): string {
  if (id.startsWith('table-')) return `table ${plain(withoutNumber(title)).toLowerCase()}`;
  return id.startsWith('status-') && id !== 'status-codes' ? 'status' : id;
}

const idsIn = ({ id, table, notes = [] }: PageSection): string[] => [
  id,
  ...(table?.rows ?? []).map((row) => row.id),
  ...notes.map((note) => note.id),
];

/** Pairs sections by what they are about, tables under another title by their number. */
function pairSections(
  known: readonly PageSection[],
  other: readonly PageSection[],
): [PageSection, PageSection | undefined][] {
  const keys = new Set(known.map(keyOf));
  const unknown = other.filter((section) => !keys.has(keyOf(section)));
  return known.map((section) => [
    section,
    other.find((candidate) => keyOf(candidate) === keyOf(section)) ??
      unknown.find(({ id }) => id === section.id),
  ]);
}

/**
 * What another edition of the page says differently, in the order of the page. The date of the edition, blank lines
 * and what a web page puts around its text are no changes.
 */
export function comparePages(known: ReadPage, other: ReadPage): PageChange[] {
  const pairs = pairSections(known.sections, other.sections);
  const paired = new Set(pairs.map(([, section]) => section));
  const added = other.sections
    .filter((section) => !paired.has(section))
    .map((section) => ({
      summary: `${nameOf(section)}: a section that is new`,
      after: contentOf(section),
      rows: [],
      isNew: true,
    }));
  const removed = (section: PageSection) => ({
    summary: `${nameOf(section)}: there no more`,
    before: contentOf(section),
    rows: idsIn(section),
  });
  return [
    ...changeOf('The page has another title', ['function'], known.title, other.title),
    ...pairs.flatMap(([section, pair]) => (pair ? changesOfSection(section, pair) : [removed(section)])),
    ...added,
  ];
}

function contentOf({ title, text, code, table }: PageSection): string {
  const rows = table?.rows.map(({ cells }) => cells.join(' | ')).join('; ');
  return [title, text, rows, code].filter((part) => part !== undefined).join(': ');
}

function changesOfSection(known: PageSection, other: PageSection): PageChange[] {
  const name = nameOf(known);
  if (known.id === 'uri') return changesOfUri(known, other);
  if (keyOf(known) === 'status') {
    const rows = [known.id, `status-codes/${known.id.slice('status-'.length)}`];
    return changeOf('The status code of a success', rows, known.title, other.title);
  }
  const title = changeOf(
    `${name}: another title`,
    [known.id],
    withoutNumber(known.title),
    withoutNumber(other.title),
  );
  const number = known.table && known.id !== other.id ? `${name}: now ${nameOf(other)}` : undefined;
  return [
    ...(number === undefined ? [] : [{ summary: number, rows: [known.id] }]),
    ...title,
    ...changesOfText(known, other),
    ...(known.table ? changesOfTable(known, other) : []),
    ...changesOfCode(known, other),
    ...changesOfNotes(known, other),
  ];
}

function changesOfUri(known: PageSection, other: PageSection): PageChange[] {
  const [method = '', path = ''] = (known.text ?? '').split(/\s+/);
  const [otherMethod = '', otherPath = ''] = (other.text ?? '').split(/\s+/);
  return [
    ...changeOf('URI: another method', ['uri/method'], method, otherMethod),
    ...changeOf('URI: another path', ['uri'], path, otherPath),
  ];
}

function changesOfText({ id, title, text }: PageSection, other: PageSection): PageChange[] {
  // A table that was read as one has no text, and a text that has become a table is told as such.
  return changeOf(`${title}: another text`, [id], text, other.text);
}

/** Examples are compared as values: how they are indented says nothing. */
function changesOfCode({ id, title, code }: PageSection, other: PageSection): PageChange[] {
  if (code === undefined && other.code === undefined) return [];
  const [before, after] = [parsed(code), parsed(other.code)];
  if (before !== undefined && isDeepStrictEqual(before, after)) return [];
  const fields = differingFields(before, after);
  const where = fields.length > 0 ? ` (${fields.join(', ')})` : '';
  return changeOf(`${title}: another example${where}`, [id], code, other.code);
}

function parsed(code: string | undefined): unknown {
  try {
    return JSON.parse(code ?? '');
  } catch {
    return undefined;
  }
}

/** Names of fields at which two values differ: `member.status`. */
function differingFields(before: unknown, after: unknown, at: readonly string[] = []): string[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return at.length > 0 ? [at.join('.')] : [];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => differingFields(before[name], after[name], [...at, name]));
}

function changesOfNotes(known: PageSection, other: PageSection): PageChange[] {
  const noteOf = ({ notes = [] }: PageSection, id: string) => notes.find((note) => note.id === id)?.text;
  const ids = new Set([...(known.notes ?? []), ...(other.notes ?? [])].map(({ id }) => id));
  return [...ids].flatMap((id) =>
    changeOf(
      `${nameOf(known)}, the rule about accepted backups: another text`,
      [id],
      noteOf(known, id),
      noteOf(other, id),
    ),
  );
}
