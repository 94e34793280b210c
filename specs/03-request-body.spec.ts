import { dispositionOf } from '../fixtures/evidence/answer.ts';
import { judges, refuses, requirementsOf, rows, test, titleOf, tryRow } from '../fixtures/index.ts';
import { verifyAnswered } from '../fixtures/judge/success.ts';
import { bodyOfSize } from '../fixtures/requests/bodies.ts';
import { unsharedRow } from '../fixtures/requests/cases.ts';
import { BODY_FORMS } from '../fixtures/requests/forms.ts';
import { tryForm } from '../fixtures/scenarios/allowed-form.ts';

const MEBIBYTE = 1024 * 1024;

test.describe('Table 3: request body parameters', () => {
  for (const row of [...rows(['pending'], 'body', 'bytes'), unsharedRow()]) {
    test(titleOf(row), refuses(...requirementsOf(row)), async ({ stage }) => tryRow(stage, row));
  }

  test(
    'BYTE-08 a body of one mebibyte, nested ten thousand levels deep, is answered',
    refuses('BYTE-08'),
    async ({ member, shares, aftermath, judge, given }) => {
      const share = await shares.lend('pending');
      const answer = await member.update(share, bodyOfSize(MEBIBYTE, given.vaultId), {
        title: 'the member sends a mebibyte, nested deep',
      });
      judge.check('BYTE-08', answer, () => verifyAnswered(answer));
      // It has no status: however it is refused, it is none to be taken.
      if (dispositionOf(answer) === 'success') judge.refused('BODY-01', answer, { kind: 'parameter' });
      await aftermath.judgeUnchangedIfRefused(share, answer);
    },
  );
});

test.describe('Table 3: allowed forms', () => {
  for (const { requirement, fact, options, body } of BODY_FORMS) {
    const also = requirement === 'BYTE-07' ? (['BYTE-13'] as const) : [];
    test(
      `${requirement} ${fact}`,
      judges(requirement, ...also),
      async ({ member, shares, judge, given, stage }) => {
        await tryForm(
          stage,
          requirement,
          await shares.spare(),
          (about, decision) => {
            const spelt = body ? { body: body(decision, given.ids.vaultId ?? '') } : {};
            return member.decide(about, decision, { form: fact, ...options(decision), ...spelt });
          },
          (first) => {
            for (const id of also) judge.lengthNotAskedFor(id, first);
          },
        );
      },
    );
  }
});
