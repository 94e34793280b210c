import type { Suite } from '../fixtures/actors/suite.ts';
import { dispositionOf, statusText } from '../fixtures/evidence/answer.ts';
import { judges, refuses, scenario, test } from '../fixtures/index.ts';
import { workingPut } from '../fixtures/judge/judge-story.ts';
import { obstacle } from '../fixtures/judge/judge-success.ts';
import { verifySilence } from '../fixtures/judge/judgements.ts';
import { dependsOn, Untested, Violation } from '../fixtures/judge/outcomes.ts';

const DECISIONS: readonly [string, (suite: Suite) => Record<string, unknown>][] = [
  ['an accept', ({ vaultId }) => ({ status: 'accepted', vault_id: vaultId })],
  ['a reject', () => ({ status: 'rejected' })],
];

test.describe('Other shares', () => {
  for (const [name, decide] of DECISIONS) {
    test(
      `STAT-10 ${name} leaves the share of the same backup with another member as it was`,
      judges('STAT-10', 'TEN-05'),
      scenario(async (suite) => {
        const body = decide(suite);
        const bystander = await suite.shareWithOutsider();
        const answer = await suite.updateShare(bystander.share, `the member decides: ${name}`, body);
        await suite.verifyBystander('STAT-10', bystander, answer);
        const { id } = bystander.before;
        suite.recorder.check('TEN-05', answer, () =>
          verifySilence(answer, { id, dest_project_id: bystander.memberId }),
        );
      }),
    );

    test(
      `STAT-11 ${name} leaves another share as it was`,
      judges('STAT-11'),
      scenario(async (suite) => {
        const body = decide(suite);
        const [share, other] = await suite.shareAndOther();
        const answer = await suite.updateShare(share, `the member decides on one of two: ${name}`, body);
        if (name === 'an accept') await suite.settle();
        await suite.verifyUnchanged(other.share, answer, 'STAT-11', other.tenant);
      }),
    );
  }

  test(
    'STAT-17 a member can accept what another member has accepted',
    judges('STAT-17'),
    scenario(async (suite) => {
      const { vaultId, foreignVaultId } = suite;
      const plain = await suite.story('accept');
      const { share, memberId } = await suite.shareWithOutsider();
      const first = await suite.update({
        title: 'the other member accepts its share',
        ids: { projectId: memberId, backupId: share.ids.backupId, memberId },
        tenant: 'outsider',
        body: { status: 'accepted', vault_id: foreignVaultId },
      });
      const answer = await suite.updateShare(share, 'the member accepts its own share too', {
        status: 'accepted',
        vault_id: vaultId,
      });
      suite.recorder.check('STAT-17', answer, () => {
        workingPut(plain);
        if (obstacle(first, 'STAT-01')) throw new Untested('the third project cannot accept into its vault');
        if (answer.response?.status === 404) throw dependsOn('STAT-10');
        if (obstacle(answer, 'STAT-17')) {
          throw new Violation('What another member has accepted, this one cannot.', {
            field: 'status code',
            expected: '200',
            received: statusText(answer),
          });
        }
      });
    }),
  );

  test(
    'STAT-10 a body that names another member leaves the share of that member as it was',
    judges('STAT-10'),
    scenario(async (suite) => {
      const bystander = await suite.shareWithOutsider();
      const { share, memberId } = bystander;
      const answer = await suite.updateShare(share, 'the member rejects, and its body names another member', {
        status: 'rejected',
        member_id: memberId,
        project_id: memberId,
      });
      await suite.verifyBystander('STAT-10', bystander, answer);
      await suite.verifyUnchangedIfRefused(share, answer);
    }),
  );

  test(
    'STAT-11 a refused request leaves another share as it was',
    refuses('STAT-11'),
    scenario(async (suite) => {
      const [share, other] = await suite.shareAndOther();
      const answer = await suite.updateShare(share, 'the member accepts one of two shares without vault_id', {
        status: 'accepted',
      });
      await suite.verifyUnchangedIfRefused(share, answer);
      await suite.verifyUnchanged(other.share, answer, 'STAT-11', other.tenant);
    }),
  );

  test(
    'STAT-07 a refused request does not change the share later on either',
    refuses('STAT-07'),
    scenario(async (suite) => {
      const share = await suite.pendingShare();
      const answer = await suite.updateShare(share, 'the member accepts without vault_id', {
        status: 'accepted',
      });
      await suite.settle();
      await suite.verifyUnchangedIfRefused(share, answer);
      if (dispositionOf(answer) !== 'refusal') throw dependsOn('BODY-04');
    }),
  );
});
