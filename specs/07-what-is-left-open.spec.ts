import { records, test } from '../fixtures/index.ts';
import { OPEN_BODIES } from '../fixtures/requests/bodies.ts';
import { withArticle } from '../fixtures/requests/cases.ts';
import { openBody, openRows } from '../fixtures/requests/decision-table.ts';
import { tryOpenRow } from '../fixtures/scenarios/open-row.ts';

// Comes late: where shares are given ready-made, what is judged is to have them first.
test.describe('Table 3: what the page leaves open', () => {
  for (const { requirement, plans, state } of openRows()) {
    test(
      `${requirement} ${plans.length} bodies about which it says nothing are recorded on ${withArticle(state)} share`,
      records(requirement),
      async ({ member, shares, given, stage }) => {
        const share = await shares.lend(state);
        const requests = plans.map((plan) => ({
          name: `${plan.label}, ${state}`,
          meant: [plan.cell.status],
          send: (about: typeof share) =>
            member.update(about, openBody(plan, given.ids), {
              title: `the member sends ${plan.label}`,
              // The decision table is about what is pending.
              ...(state === 'pending' ? { cell: plan.cell } : {}),
            }),
        }));
        await tryOpenRow(stage, share, state, requirement, requests);
      },
    );
  }

  for (const { requirement, bodies } of OPEN_BODIES) {
    test(
      `${requirement} ${bodies.map(({ name }) => name).join(', ')}: what comes of it is recorded`,
      records(requirement),
      async ({ member, shares, given, stage }) => {
        const share = await shares.lend('pending');
        const requests = bodies.map(({ name, bytes, contentType, meant }) => ({
          name,
          meant,
          send: (about: typeof share) =>
            member.update(about, bytes(given.vaultId), {
              title: `the member sends ${name}`,
              ...(contentType === undefined ? {} : { contentType }),
            }),
        }));
        await tryOpenRow(stage, share, 'pending', requirement, requests);
      },
    );
  }
});
