import type { DecisionCell, TestResult } from '../../schemas/results.ts';
import type { EvidenceBook } from './evidence.ts';
import { type Html, html, wideTable } from './markup.ts';
import type { Model } from './model.ts';

type Outcome = 'right' | 'wrong' | 'again' | 'open' | 'unknown';

const SIGNS: Readonly<Record<Outcome, [symbol: string, meaning: string]>> = {
  right: ['✓', 'as expected'],
  wrong: ['✗', 'not as expected'],
  again: ['↻', 'as expected when repeated'],
  open: ['i', 'the contract leaves it open'],
  unknown: ['–', 'not found out'],
};
const ORDER = Object.keys(SIGNS) as Outcome[];

interface Tried {
  test: TestResult;
  cell: DecisionCell;
  outcome: Outcome;
  /** The status code that came back, or why there is none. */
  got: string;
  exchange?: string;
}

/** Every combination of `status` and `vault_id`: what is expected, and what came back. */
export function decisionTable(model: Model, book: EvidenceBook): Html {
  const tried = excused(
    model.report.tests.flatMap((test) =>
      test.exchanges.flatMap((id) => {
        const cell = model.report.exchanges[id]?.cell;
        return cell ? [judge(model, test, id, cell)] : [];
      }),
    ),
  );
  if (tried.length === 0)
    return html`<section id="decision-table" aria-labelledby="decision-title"><h2 id="decision-title">Decision table</h2><p class="nothing">It was not tested.</p></section>`;
  const statuses = [...new Set(tried.map(({ cell }) => cell.status))].sort(inFixedOrder(...STATUSES));
  // What is simply right stands last, where a reader of a truth table looks for it.
  const vaults = [...new Set(tried.map(({ cell }) => cell.vault))].sort(inFixedOrder()).sort(lastOf('valid'));
  return html`<section id="decision-table" aria-labelledby="decision-title"><h2 id="decision-title">Decision table</h2>
<p>Each combination of status and vault_id, sent by the member for shares in every state: what came back, and whether that is right.
${ORDER.map((outcome) => html`<span class="key"><span class="cell ${outcome}">${SIGNS[outcome][0]}</span> ${SIGNS[outcome][1]}</span> `)}
×4: sent four times; two codes in a cell: both came back; hatched: not sent. It tells of the answer alone; whether the share then reads so is told by the requirements on status handling.</p>
${wideTable(
  'status by vault_id',
  ['status ↓ vault_id →', ...vaults],
  statuses.map(
    (status) =>
      html`<tr><th scope="row">${status}</th>${vaults.map((vault) =>
        cellOf(
          tried.filter(({ cell }) => cell.status === status && cell.vault === vault),
          book,
        ),
      )}</tr>`,
  ),
  'decision',
)}</section>`;
}

/** The words that the contract knows come first. */
const STATUSES = ['accepted', 'rejected', 'pending'];

/** Every run shows the table in one order, so that two of them can be laid side by side. */
const inFixedOrder =
  (...first: string[]) =>
  (a: string, b: string): number => {
    const rank = (word: string) => (first.includes(word) ? first.indexOf(word) : first.length);
    return rank(a) - rank(b) || a.localeCompare(b, 'en');
  };

const lastOf =
  (last: string) =>
  (a: string, b: string): number =>
    Number(a === last) - Number(b === last);

function judge({ report }: Model, test: TestResult, id: string, cell: DecisionCell): Tried {
  const response = report.exchanges[id]?.response;
  return {
    test,
    cell,
    got: response ? String(response.status) : 'no answer',
    outcome: outcomeOf(cell, response?.status),
    exchange: id,
  };
}

/** A cell tells of the answer alone: whether the request was taken or refused. */
function outcomeOf({ expected }: DecisionCell, status: number | undefined): Outcome {
  if (status === undefined) return 'unknown';
  const group = Math.floor(status / 100);
  if (group !== 2 && group !== 4) return 'wrong';
  if (expected === 'open') return 'open';
  return (group === 2) === (expected === 'accepted') ? 'right' : 'wrong';
}

/**
 * Whether an answer that is not the expected one is the server's fault is told by the test that got it: where nothing
 * is broken there, the server was busy and the next try was answered, or it was not found out.
 */
function excused(tried: readonly Tried[]): Tried[] {
  return tried.map((one, at) => {
    const { test, outcome, cell } = one;
    if (outcome !== 'wrong' || test.outcomes.some(({ kind }) => kind === 'broken')) return one;
    const isRightLater = tried
      .slice(at + 1)
      .some((later) => later.test === test && later.outcome === 'right' && isSameCell(later.cell, cell));
    return { ...one, outcome: isRightLater ? 'again' : 'unknown' };
  });
}

const isSameCell = (one: DecisionCell, other: DecisionCell): boolean =>
  one.status === other.status && one.vault === other.vault;

function cellOf(tried: readonly Tried[], book: EvidenceBook): Html {
  if (tried.length === 0)
    return html`<td class="none"><span class="unseen">not part of the table</span></td>`;
  const chosen = ['wrong', 'again', 'right', 'open', 'unknown']
    .map((outcome) => tried.find((candidate) => candidate.outcome === outcome))
    .find((candidate) => candidate !== undefined);
  if (!chosen) return html`<td></td>`;
  const { cell, outcome, got, exchange } = chosen;
  const expected = { accepted: '200', refused: '4xx', open: 'open' }[cell.expected];
  const label = `status ${cell.status}, vault_id ${cell.vault}: expected ${expected}, got ${got}, ${SIGNS[outcome][1]}`;
  const codes = [...new Set(tried.map((one) => one.got))].join(' ');
  const content = html`<b>${SIGNS[outcome][0]} ${codes}</b>${tried.length > 1 && html` <small>×${tried.length}</small>`}`;
  return html`<td class="cell ${outcome}" title="${label}">${book.link(exchange, content, SIGNS[outcome][1])}${outcome === 'wrong' && html`<small>expected ${expected}</small>`}</td>`;
}
