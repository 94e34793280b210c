import type { Sent } from '../fixtures/actors/culprit.ts';
import { statusText } from '../fixtures/evidence/answer.ts';
import { judges, records, refuses, requirementsOf, rows, test, titleOf, tryRow } from '../fixtures/index.ts';
import { verifyAnswered } from '../fixtures/judge/success.ts';
import { bodyOfSize, OPEN_BODIES } from '../fixtures/requests/bodies.ts';
import { unsharedRow, withArticle } from '../fixtures/requests/cases.ts';
import { openBody, openRows } from '../fixtures/requests/decision-table.ts';
import { BODY_FORMS } from '../fixtures/requests/forms.ts';

const MEBIBYTE = 1024 * 1024;

test.describe('Table 3: request body parameters', () => {
  for (const row of [...rows(['pending'], 'body', 'bytes'), unsharedRow()]) {
    test(
      titleOf(row),
      refuses(...requirementsOf(row)),
      async ({ member, shares, aftermath, judge, caller }) =>
        tryRow({ member, shares, aftermath, judge, caller }, row),
    );
  }

  test(
    'BYTE-08 a body of one mebibyte, nested ten thousand levels deep, is answered',
    refuses('BYTE-08'),
    async ({ member, shares, aftermath, judge, caller }) => {
      const share = await shares.lend('pending');
      const answer = await member.update(share, bodyOfSize(MEBIBYTE, caller.vaultId), {
        title: 'the member sends a mebibyte, nested deep',
      });
      judge.check('BYTE-08', answer, () => verifyAnswered(answer));
      await aftermath.unchangedIfRefused(share, answer);
    },
  );
});

test.describe('Table 3: allowed forms', () => {
  for (const { requirement, fact, options, body } of BODY_FORMS) {
    const also = requirement === 'BYTE-07' ? (['BYTE-13'] as const) : [];
    test(
      `${requirement} ${fact}`,
      judges(requirement, ...also),
      async ({ member, shares, aftermath, caller, judge }) => {
        const share = await shares.lend('pending');
        for (const decision of ['accept', 'reject'] as const) {
          const given = body ? { body: body(decision, caller.vaultId) } : {};
          const decide = (about: typeof share) =>
            member.decide(about, decision, { form: fact, ...options(decision), ...given });
          const answer = await decide(share);
          for (const id of also) judge.lengthNotAskedFor(id, answer);
          await aftermath.taken(requirement, share, decision, answer, decide);
        }
      },
    );
  }
});

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
