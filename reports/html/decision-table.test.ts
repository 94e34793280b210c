import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConformanceReport, DecisionCell } from '../../schemas/results.ts';
import { sampleReport } from '../testing/sample-reports.ts';
import { decisionTable } from './decision-table.ts';
import { EvidenceBook } from './evidence.ts';
import { modelOf } from './model.ts';

const CELL: DecisionCell = { status: 'accepted', vault: 'valid', expected: 'accepted' };

/** How the one cell of a report is shown whose STAT-01 sends the plain accept and gets these answers, in turn. */
function shown(statuses: readonly number[], { isBroken = false } = {}): string {
  const report: ConformanceReport = structuredClone(sampleReport(isBroken ? { broken: ['STAT-01'] } : {}));
  const own = report.tests.find(({ requirements }) => requirements.includes('STAT-01'));
  const [first] = own?.exchanges ?? [];
  const sample = first === undefined ? undefined : report.exchanges[first];
  assert.ok(own && sample);
  for (const exchange of Object.values(report.exchanges)) delete exchange.cell;
  own.exchanges = statuses.map((status, at) => {
    const id = `cell-${at}`;
    report.exchanges[id] = {
      ...sample,
      id,
      cell: CELL,
      response: {
        status,
        statusText: '',
        headers: [],
        body: { text: '', bytes: 0, encoding: 'utf8', truncated: false },
      },
    };
    return id;
  });
  const model = modelOf(report);
  return decisionTable(model, new EvidenceBook(model)).text.match(/<td class="cell (\w+)"/)?.[1] ?? 'none';
}

test('A request that is taken is shown as expected', () => {
  assert.equal(shown([200]), 'right');
});

test('What is refused as the server is busy, and taken when it is repeated, is shown as that', () => {
  assert.equal(shown([409, 200]), 'again');
});

test('What is refused, and is no fault by the test that sent it, is shown as not found out', () => {
  assert.equal(shown([409]), 'unknown');
});

test('What is refused is shown as not expected where the test found a fault', () => {
  assert.equal(shown([409, 200], { isBroken: true }), 'wrong');
});
