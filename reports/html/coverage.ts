import type { Coverage } from '../../schemas/results.ts';
import { folded } from './fold.ts';
import { type Html, html, plural, wideTable } from './markup.ts';
import type { Model } from './model.ts';

type Pair = Coverage['pairs'][number];
type Cell = Pair['cells'][number];

/** Which combinations of state, decision, mistake, repetition and actor the run's updates met. */
export function coverageSection({ report: { coverage } }: Model): Html {
  if (!coverage) return html``;
  const { dimensions, pairs, triples } = coverage;
  const possible = pairs.flatMap(({ cells }) => cells.filter(({ excluded }) => excluded === undefined));
  const met = possible.filter(({ requests }) => requests > 0);
  return folded(
    'coverage',
    'What was tried',
    `${met.length} of ${possible.length} pairs, ${triples.met} of ${triples.of} triples`,
    html`<p>Each update of the run stands somewhere in a space of ${dimensions.map(({ name, values }) => `${name} (${values.length})`).join(', ')}.
A table for each pair of these says how many requests met each pair of values; a pair that cannot be is hatched, with the reason below.</p>
${pairs.map(pairFold)}
<h3>${triples.dimensions.join(' × ')}</h3><p>${triples.met} of ${plural(triples.of, 'possible triple')} met.</p>
${
  triples.missing.length > 0 &&
  html`<details><summary>${triples.missing.length} not met</summary><ul class="columns">${triples.missing.map((one) => html`<li>${one}</li>`)}</ul></details>`
}`,
  );
}

function pairFold({ dimensions, cells }: Pair): Html {
  const [first, second] = dimensions;
  const possible = cells.filter(({ excluded }) => excluded === undefined);
  const missing = possible.filter(({ requests }) => requests === 0).length;
  const name = `${first} × ${second}`;
  return html`<details class="pair"><summary><b>${name}</b> <span class="note">${
    missing === 0
      ? html`✓ all ${possible.length} met`
      : html`${possible.length - missing} of ${possible.length} met`
  }</span></summary>${pairTable(name, dimensions, cells)}</details>`;
}

/** The dimension with more values makes the rows, so that the table is not wider than a page. */
function pairTable(name: string, [first, second]: [string, string], cells: readonly Cell[]): Html {
  const valuesAt = (index: 0 | 1) => [...new Set(cells.map(({ values }) => values[index]))];
  const isTall = valuesAt(0).length >= valuesAt(1).length;
  const [rows, columns] = isTall ? ([0, 1] as const) : ([1, 0] as const);
  const at = new Map(cells.map((cell) => [cell.values.join('\n'), cell]));
  const find = (row: string, column: string) => at.get((isTall ? [row, column] : [column, row]).join('\n'));
  const reasons = [...new Set(cells.flatMap(({ excluded }) => excluded ?? []))];
  const corner = isTall ? `${first} ↓ ${second} →` : `${second} ↓ ${first} →`;
  const table = wideTable(
    name,
    [corner, ...valuesAt(columns)],
    valuesAt(rows).map(
      (row) =>
        html`<tr><th scope="row">${row}</th>${valuesAt(columns).map((column) => coverageCell(find(row, column), reasons))}</tr>`,
    ),
    'coverage',
  );
  return html`${table}${reasons.length > 0 && html`<ol class="meta" type="a">${reasons.map((reason) => html`<li>${reason}</li>`)}</ol>`}`;
}

function coverageCell(cell: Cell | undefined, reasons: readonly string[]): Html {
  if (!cell) return html`<td></td>`;
  const { requests, excluded } = cell;
  if (excluded !== undefined && requests === 0) {
    const letter = String.fromCharCode(97 + (reasons.indexOf(excluded) % 26));
    return html`<td class="none" title="${excluded}"><span class="unseen">cannot be: </span>${letter}</td>`;
  }
  return requests > 0
    ? html`<td class="cell right">✓ ${requests}</td>`
    : html`<td class="cell unmet">– 0</td>`;
}
