/**
 * Reads the text of a contract page. Lines count, blank ones do not: the text may come from a browser, a printout or
 * an editor that writes CRLF and a byte-order mark.
 */

/** A row of a table, one cell a column; a line break in a cell parts its paragraphs. */
export interface PageRow<Id extends string = string> {
  id: Id;
  cells: readonly string[];
}

/** A statement of the page that stands in no row of its own and gets a verdict of its own. */
interface PageNote<Id extends string = string> {
  id: Id;
  text: string;
}

/** Shown in this order: title, text, code, table, notes. A line break in `text` parts paragraphs. */
export interface PageSection<Id extends string = string> {
  id: Id;
  title: string;
  text?: string;
  code?: string;
  table?: { columns: readonly string[]; rows: readonly PageRow<Id>[] };
  notes?: readonly PageNote<Id>[];
}

export interface ReadPage {
  title: string;
  /** `2025-11-03`, where the text says when it was updated. */
  edition?: string;
  sections: readonly PageSection[];
}

/** A text that is no page of this operation. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** The headings that pages of this API reference have, with the id of what stands below. */
const HEADINGS: Readonly<Record<string, string>> = {
  Function: 'function',
  Debugging: 'debugging',
  'Calling Method': 'debugging',
  Constraints: 'constraints',
  'Authorization Information': 'authorization',
  URI: 'uri',
  'Request Parameters': 'request-parameters',
  'Response Parameters': 'response-parameters',
  'Example Requests': 'example-request',
  'Example Request': 'example-request',
  'Example Responses': 'example-response',
  'Example Response': 'example-response',
  'SDK Sample Code': 'sdk-sample-code',
  'Status Codes': 'status-codes',
  'Error Codes': 'error-codes',
};

const TABLE = /^Table (\d+)[:.]? \S/;
const URI = /^(?:GET|PUT|POST|PATCH|DELETE|HEAD) \/\S+$/m;
const STATUS_CODE = /^Status code:? (\d{3})$/i;
const EDITION = /^Updated on (\d{4}-\d{2}-\d{2})\b/i;
/** What a web page puts around its text. */
const FURNITURE =
  /^(Updated on|View PDF|Share|Copy|Feedback|Parent topic|Previous topic|Next topic|Was this page)\b/i;

const COLUMNS = ['Parameter', 'Mandatory', 'Type', 'Description', 'Status Code'];
const NAME = /^[A-Za-z0-9][\w.-]*$/;
const MANDATORY = /^(Yes|No)$/;
/** `String`, `Array of strings`, `Member object`, `Map<String,String>`. */
const TYPE = /^(?:[A-Z]\w*|Array of .+|\S+ objects?|Map ?<.+>)$/;

/** Lines that hold something; indentation is kept, as it belongs to the examples. */
function linesOf(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .replace(/[\u200b-\u200d\u2060]/g, '')
    .replace(/\u00a0/g, ' ')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}

/** A line of text as one paragraph, or the cells that a browser copies onto one line. */
const partsOf = (line: string) =>
  line
    .split('\t')
    .map((part) => part.trim().replace(/^[•·▪*] +/, '• '))
    .filter((part) => part !== '');

interface Heading {
  id: string;
  title: string;
  lines: string[];
}

function headingOf(line: string, within: string | undefined): string | undefined {
  if (Object.hasOwn(HEADINGS, line)) return HEADINGS[line];
  const table = TABLE.exec(line)?.[1];
  if (table !== undefined) return `table-${table}`;
  // Within an example, the status code is that of the example.
  const code = within === 'example-response' ? undefined : STATUS_CODE.exec(line)?.[1];
  return code && `status-${code}`;
}

function splitAtHeadings(lines: readonly string[]): Heading[] {
  const headings: Heading[] = [];
  for (const line of lines) {
    const here = headings.at(-1);
    const title = line.trim();
    const id = headingOf(title, here?.id);
    if (id !== undefined) headings.push({ id, title, lines: [] });
    else if (!FURNITURE.test(title)) {
      here?.lines.push(...(here.id.startsWith('example-') ? [line] : partsOf(line)));
    }
  }
  return headings;
}

/** Whether a cell can stand in a column; descriptions can be anything. */
function fits(column: string, cell = ''): boolean {
  if (column === 'Parameter') return NAME.test(cell);
  if (column === 'Status Code') return /^\d{3}$/.test(cell);
  if (column === 'Mandatory') return MANDATORY.test(cell);
  return column !== 'Type' || TYPE.test(cell);
}

/**
 * The table below a heading, read by its head row: a row begins where each line fits its column, and any other line
 * is a paragraph of the last cell.
 */
function readTable(id: string, lines: readonly string[]): PageSection['table'] {
  const columns = lines.slice(
    0,
    lines.findIndex((line) => !COLUMNS.includes(line)),
  );
  if (columns.length < 2) return undefined;
  const leading = columns.slice(0, -1);
  const rows: { id: string; cells: string[]; paragraphs: string[] }[] = [];
  for (let at = columns.length; at < lines.length; ) {
    if (leading.every((column, offset) => fits(column, lines[at + offset]))) {
      rows.push({ id: `${id}/${lines[at]}`, cells: lines.slice(at, at + leading.length), paragraphs: [] });
      at += leading.length;
    } else {
      rows.at(-1)?.paragraphs.push(lines[at] ?? '');
      at += 1;
    }
  }
  return {
    columns,
    rows: rows.map(({ id: row, cells, paragraphs }) => ({
      id: row,
      cells: [...cells, paragraphs.join('\n')],
    })),
  };
}

/** What stands before the JSON of an example, and the JSON as it is indented; what follows it is left out. */
function readExample(lines: readonly string[]): Pick<PageSection, 'text' | 'code'> {
  const start = lines.findIndex((line) => line.trim().startsWith('{'));
  const text = (start < 0 ? lines : lines.slice(0, start)).map((line) => line.trim()).join('\n');
  if (start < 0) return { text };
  for (let end = start + 1; end <= lines.length; end += 1) {
    const code = lines.slice(start, end).join('\n');
    if (isJson(code)) return { text, code };
  }
  return { text, code: lines.slice(start).join('\n') };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readSection({ id, title, lines }: Heading): PageSection {
  if (id.startsWith('example-')) return { id, title, ...readExample(lines) };
  const table = readTable(id, lines);
  if (table) return { id, title, ...partAcceptRule({ columns: table.columns, rows: table.rows }) };
  const text = lines.join('\n');
  if (id !== 'uri') return lines.length === 0 ? { id, title } : { id, title, text };
  return { id, title, text, notes: [{ id: 'uri/method', text: text.split(' ', 1)[0] ?? '' }] };
}

/** The rule that an accept needs a vault ends a cell of the request's body, and is a statement of its own. */
function partAcceptRule(table: NonNullable<PageSection['table']>): Pick<PageSection, 'table' | 'notes'> {
  if (!table.columns.includes('Mandatory')) return { table };
  const rules: string[] = [];
  const rows = table.rows.map(({ id, cells }) => {
    const [cell = '', at] = [cells.at(-1), startOfAcceptRule(cells.at(-1) ?? '')];
    if (at === undefined) return { id, cells };
    rules.push(cell.slice(at));
    return { id, cells: [...cells.slice(0, -1), cell.slice(0, at).trimEnd()] };
  });
  if (rules.length === 0) return { table };
  return { table: { ...table, rows }, notes: [{ id: 'table-3/accept-rule', text: rules.join('\n') }] };
}

/** Where the first sentence begins that says what an accept means for the vault. */
function startOfAcceptRule(cell: string): number | undefined {
  const sentences = [...cell.matchAll(/[^.\s][^.\n]*[.\n]?/g)];
  return sentences.find(([sentence]) => /\baccepted\b/.test(sentence) && /\bvault/.test(sentence))?.index;
}

/**
 * Reads a page of this API reference.
 * @throws {PageError} where the text has no URI with a method, or no table
 */
export function readPage(text: string): ReadPage {
  const lines = linesOf(text);
  const sections = splitAtHeadings(lines).map(readSection);
  const uri = sections.find(({ id }) => id === 'uri')?.text ?? '';
  if (!URI.test(uri)) throw new PageError('it has no heading “URI” with a method and a path below it');
  if (!sections.some(({ id, table }) => id.startsWith('table-') && table?.rows.length)) {
    throw new PageError('it has no table with the columns Parameter, Type and Description');
  }
  const first = lines.findIndex((line) => headingOf(line.trim(), undefined) !== undefined);
  const head = lines.slice(0, first).map((line) => line.trim());
  const edition = lines.map((line) => EDITION.exec(line.trim())?.[1]).find((day) => day !== undefined);
  const title = head.findLast((line) => !FURNITURE.test(line)) ?? '';
  return { title, ...(edition === undefined ? {} : { edition }), sections };
}
