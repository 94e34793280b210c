import { statusDifference } from '../fixtures/actors/story.ts';
import type { OtherShare } from '../fixtures/actors/suite.ts';
import { dispositionOf, statusText } from '../fixtures/evidence/answer.ts';
import { judges, scenario, test } from '../fixtures/index.ts';
import { verifyContract } from '../fixtures/judge/assess.ts';
import { acceptedDifference, readBack, verifyBasics, workingPut } from '../fixtures/judge/judge-story.ts';
import { Violation } from '../fixtures/judge/outcomes.ts';
import type { Member } from '../schemas/member.ts';

test.describe('Over time', () => {
  test(
    'STAT-04 an accepted share goes on reading as accepted, in its vault',
    judges('STAT-04'),
    scenario(async (suite) => {
      workingPut(await suite.story('accept'));
      const share = await suite.acceptedShare();
      // A share that another test left accepted has been so for a while already.
      await suite.settle(share.seenSince);
      const { vault_id } = share.snapshot;
      const differs = (member: Member) =>
        statusDifference(member, 'accepted') ??
        (typeof vault_id === 'string' ? acceptedDifference(member, vault_id) : undefined);
      const later = await suite.readRow(share, differs);
      suite.recorder.check('STAT-04', later?.read, () => {
        if (!later) return;
        readBack(later.read, 'A while after the accept the share is gone.', 'accepted');
        throw new Violation('A while after the accept the share reads differently.', later.difference);
      });
    }),
  );

  test(
    'STAT-15 two updates at the same time are carried out each on its own share',
    judges('STAT-15'),
    scenario(async (suite) => {
      const { vaultId } = suite;
      const decisions = [
        {
          story: await suite.story('accept'),
          differs: (member: Member) => acceptedDifference(member, vaultId),
        },
        {
          story: await suite.story('reject'),
          differs: (member: Member) => statusDifference(member, 'rejected'),
        },
      ];
      const [first, second] = await suite.shareAndOther();
      const shares: OtherShare[] = [{ share: first, tenant: 'member' }, second];
      const updates = await Promise.all(
        decisions.map(async ({ story, differs }, index) => {
          const { share, tenant } = shares[index] as OtherShare;
          const title = `the ${tenant} sends ${story.requested.status} for one of two shares`;
          const answer = await suite.updateShare(share, title, story.requested, { tenant });
          return { story, differs, share, tenant, answer };
        }),
      );
      for (const { story, differs, share, tenant, answer } of updates) {
        const disposition = dispositionOf(answer);
        const taken = disposition === 'success';
        const reading = taken
          ? await suite.readUntil(share, differs, () => suite.show(share, undefined, tenant))
          : undefined;
        suite.recorder.check('MEMB-08', answer, () => {
          if (taken) verifyContract('MEMB-08', answer);
        });
        suite.recorder.check('STAT-15', answer, () => {
          verifyBasics(story);
          // One at a time is a rule that a server may have, as long as it says so.
          if (disposition === 'refusal') return;
          if (!reading) {
            throw new Violation('Of two updates at the same time, one fails.', {
              field: 'status code',
              expected: '200, or 4xx',
              received: statusText(answer),
            });
          }
          readBack(reading.read, 'After two updates at the same time, one share is gone.', 'both');
          if (reading.difference) {
            throw new Violation(
              'Of two updates at the same time, one is lost or mixed up.',
              reading.difference,
            );
          }
        });
      }
    }),
  );
});
