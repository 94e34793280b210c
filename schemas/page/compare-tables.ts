import { changeOf, nameOf, type PageChange, plain } from './change.ts';
import type { PageRow, PageSection } from './read-page.ts';

type Table = NonNullable<PageSection['table']>;

/** A row of the known edition and what has become of it. */
type Pair = readonly [known: PageRow, other: PageRow];

const nameOfRow = ({ cells }: PageRow) => cells[0] ?? '';
const lettersOf = (row: PageRow) =>
  nameOfRow(row)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

function cellOf({ columns }: Table, { cells }: PageRow, column: string): string | undefined {
  const at = columns.indexOf(column);
  return at < 0 ? undefined : cells[at];
}

/** Rows of one name, then rows of one spelling or one description: those were renamed. */
function pairRows(known: Table, other: Table): Pair[] {
  const pairs: Pair[] = [];
  const free = (rows: readonly PageRow[], side: 0 | 1) =>
    rows.filter((row) => !pairs.some((pair) => pair[side] === row));
  const descriptionOf = (table: Table, row: PageRow) => plain(cellOf(table, row, 'Description'));
  const tests: ((row: PageRow, candidate: PageRow) => boolean)[] = [
    (row, candidate) => nameOfRow(row) === nameOfRow(candidate),
    (row, candidate) => lettersOf(row) === lettersOf(candidate),
    (row, candidate) =>
      descriptionOf(known, row) !== '' &&
      descriptionOf(known, row) === descriptionOf(other, candidate) &&
      cellOf(known, row, 'Type') === cellOf(other, candidate, 'Type'),
  ];
  for (const isSame of tests) {
    for (const row of free(known.rows, 0)) {
      const found = free(other.rows, 1).find((candidate) => isSame(row, candidate));
      if (found) pairs.push([row, found]);
    }
  }
  return pairs.toSorted(([a], [b]) => known.rows.indexOf(a) - known.rows.indexOf(b));
}

/** Rows that stand elsewhere: the fewest that have to be moved to make one order of the other. */
function moved(pairs: readonly Pair[], other: Table): PageRow[] {
  const places = pairs.map(([, row]) => other.rows.indexOf(row));
  // For each row the longest run of rows in order that ends with it.
  const runs: number[][] = [];
  for (const [index, place] of places.entries()) {
    const before = runs.filter((run) => (places[run.at(-1) ?? 0] ?? 0) < place);
    const longest = before.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, index]);
  }
  const kept = runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
  return pairs.flatMap(([row], index) => (kept.includes(index) ? [] : [row]));
}

const CELLS = [
  ['Type', 'another type'],
  ['Description', 'another description'],
] as const;

function changesOfRow(place: string, known: Table, other: Table, [row, pair]: Pair): PageChange[] {
  const renamed = nameOfRow(row) !== nameOfRow(pair);
  const mandatory = cellOf(known, row, 'Mandatory');
  const now = cellOf(other, pair, 'Mandatory');
  return [
    ...(renamed
      ? [{ summary: `${place}: renamed`, before: nameOfRow(row), after: nameOfRow(pair), rows: [row.id] }]
      : []),
    ...(mandatory !== undefined && now !== undefined
      ? changeOf(
          `${place}: ${now === 'Yes' ? 'mandatory now' : 'mandatory no more'}`,
          [row.id],
          mandatory,
          now,
        )
      : []),
    ...CELLS.flatMap(([column, summary]) =>
      changeOf(`${place}: ${summary}`, [row.id], cellOf(known, row, column), cellOf(other, pair, column)),
    ),
  ];
}

/** What another edition of a table says differently, row by row. */
export function changesOfTable(section: PageSection, otherSection: PageSection): PageChange[] {
  const { id, table: known = { columns: [], rows: [] } } = section;
  const { table: other = { columns: [], rows: [] } } = otherSection;
  const name = nameOf(section);
  const isCodes = id === 'status-codes';
  const placeOf = (row: PageRow) =>
    isCodes ? `Status code ${nameOfRow(row)}` : `${name}, row ${nameOfRow(row)}`;
  const pairs = pairRows(known, other);
  const [left, right] = [new Set(pairs.map(([row]) => row)), new Set(pairs.map(([, row]) => row))];
  const elsewhere = moved(pairs, other);
  const orderOf = (rows: readonly PageRow[]) => rows.map(nameOfRow).join(', ');
  return [
    ...changeOf(`${name}: other columns`, [id], known.columns.join(', '), other.columns.join(', ')),
    ...known.rows
      .filter((row) => !left.has(row))
      .map((row) => ({
        summary: `${placeOf(row)}: removed`,
        before: row.cells.join(' | '),
        rows: isCodes ? [row.id, `status-${nameOfRow(row)}`] : [row.id],
      })),
    ...pairs.flatMap((pair) => changesOfRow(placeOf(pair[0]), known, other, pair)),
    ...(elsewhere.length > 0
      ? [
          {
            summary: `${name}: rows reordered (${orderOf(elsewhere)})`,
            before: orderOf(known.rows),
            after: orderOf(other.rows),
            rows: elsewhere.map((row) => row.id),
          },
        ]
      : []),
    ...other.rows
      .filter((row) => !right.has(row))
      .map((row) => ({
        summary: `${placeOf(row)}: added`,
        after: row.cells.join(' | '),
        // A further status code is about the one that there was; a further row about its table.
        rows: isCodes ? ['status-200'] : [id],
        isNew: true,
      })),
  ];
}
