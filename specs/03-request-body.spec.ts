import { DECISION_CELLS, verifyDerived } from '../fixtures/cases/decision-table.ts';
import { refuses, scenario, test } from '../fixtures/index.ts';

test.describe('Table 3: request body parameters', () => {
  for (const plan of DECISION_CELLS.filter(({ cell }) => cell.expected === 'refused')) {
    test(
      plan.title,
      refuses(plan.requirement),
      scenario(async (suite) => {
        suite.recorder.setCell(plan.cell);
        const body = plan.body(suite.vaults);
        verifyDerived(plan, body);
        const share = await suite.pendingShare();
        const answer = await suite.updateShare(share, `the member sends ${plan.label}`, body);
        await suite.expectRefused(plan.requirement, answer, share, { mistake: plan.mistake });
      }),
    );
  }
});
