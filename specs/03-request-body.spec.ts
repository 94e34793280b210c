import { refuses, scenario, test } from '../fixtures/index.ts';
import { DECISION_CELLS, verifyDerived } from '../fixtures/requests/decision-table.ts';

/** What must not move an accepted backup to a vault that would not have been taken at first. */
const VAULT_MISTAKES = (['BODY-04', 'BODY-07', 'BODY-08'] as const).flatMap((id) =>
  DECISION_CELLS.filter(({ requirement, cell }) => requirement === id && cell.status === 'accepted').slice(
    0,
    1,
  ),
);

test.describe('Table 3: request body parameters', () => {
  for (const plan of DECISION_CELLS.filter(({ cell }) => cell.expected === 'refused')) {
    test(
      plan.title,
      refuses(plan.requirement),
      scenario(async (suite) => {
        suite.recorder.setCell(plan.cell);
        const body = plan.body(suite.vaults);
        verifyDerived(plan, body);
        const { share } = await suite.refusable();
        const answer = await suite.updateShare(share, `the member sends ${plan.label}`, body);
        await suite.expectRefused(plan.requirement, answer, share, { mistake: plan.mistake });
      }),
    );
  }

  for (const plan of VAULT_MISTAKES) {
    test(
      `${plan.requirement} on a share that is accepted already, ${plan.label} is refused`,
      refuses(plan.requirement),
      scenario(async (suite) => {
        const body = plan.body(suite.vaults);
        const share = await suite.acceptedShare();
        const answer = await suite.updateShare(share, `the member sends ${plan.label}`, body);
        await suite.expectRefused(plan.requirement, answer, share, { mistake: plan.mistake });
      }),
    );
  }
});
