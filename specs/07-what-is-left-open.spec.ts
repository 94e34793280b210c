import type { Sent } from '../fixtures/actors/culprit.ts';
import { statusText } from '../fixtures/evidence/answer.ts';
import { records, test } from '../fixtures/index.ts';
import { OPEN_BODIES } from '../fixtures/requests/bodies.ts';
import { withArticle } from '../fixtures/requests/cases.ts';
import { openBody, openRows } from '../fixtures/requests/decision-table.ts';

// Comes late: where shares are given ready-made, what is judged is to have them first.
test.describe('Table 3: what the page leaves open', () => {
  for (const { requirement, plans, state } of openRows()) {
    test(
      `${requirement} ${plans.length} bodies about which it says nothing are recorded on ${withArticle(state)} share`,
      records(requirement),
      async ({ member, shares, aftermath, judge, caller }) => {
        let share = await shares.lend(state);
        const refused: Sent[] = [];
        for (const [index, plan] of plans.entries()) {
          const send = (about: typeof share) =>
            member.update(about, openBody(plan, caller.given), {
              title: `the member sends ${plan.label}`,
              // The decision table is about what is pending.
              ...(state === 'pending' ? { cell: plan.cell } : {}),
            });
          const answer = await send(share);
          const seen = await aftermath.openInRow(share, answer, [plan.cell.status]);
          if (seen === undefined) refused.push({ answer, resend: send });
          judge.observe(requirement, `${plan.label}, ${state}: ${seen ?? statusText(answer)}`, answer);
          // Behind the last one nothing is left to look at but what was refused before.
          const isNeeded = index < plans.length - 1 || refused.length > 0;
          if (seen !== undefined && isNeeded) share = (await shares.anew(state)) ?? share;
        }
        await aftermath.unchanged(share, refused);
      },
    );
  }

  for (const { requirement, bodies } of OPEN_BODIES) {
    test(
      `${requirement} ${bodies.map(({ name }) => name).join(', ')}: what comes of it is recorded`,
      records(requirement),
      async ({ member, shares, aftermath, judge, caller }) => {
        let share = await shares.lend('pending');
        const refused: Sent[] = [];
        for (const [index, { name, bytes, contentType, meant }] of bodies.entries()) {
          const send = (about: typeof share) =>
            member.update(about, bytes(caller.vaultId), {
              title: `the member sends ${name}`,
              ...(contentType === undefined ? {} : { contentType }),
            });
          const answer = await send(share);
          const seen = await aftermath.openInRow(share, answer, meant);
          if (seen === undefined) refused.push({ answer, resend: send });
          judge.observe(requirement, `${name}: ${seen ?? statusText(answer)}`, answer);
          const isNeeded = index < bodies.length - 1 || refused.length > 0;
          if (seen !== undefined && isNeeded) share = (await shares.anew('pending')) ?? share;
        }
        await aftermath.unchanged(share, refused);
      },
    );
  }
});
