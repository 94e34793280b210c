import { actOut, HISTORIES, historyRequirements } from '../fixtures/actors/histories.ts';
import { judges, test } from '../fixtures/index.ts';

test.describe('Tables 4 and 5, and how the status is handled', () => {
  for (const { fact, decisions } of HISTORIES) {
    const ids = historyRequirements(decisions);
    test(`${ids[0]} ${fact}`, judges(...ids), async ({ member, shares, aftermath, judge, caller }) => {
      judge.history(await actOut({ member, shares, aftermath, caller }, decisions), ids);
    });
  }

  test(
    'STAT-04 an accepted share reads as accepted to its owner too',
    judges('STAT-04'),
    async ({ owner, shares, readings, judge }) => {
      void owner.projectId;
      const share = await shares.lend('accepted');
      const reading = await readings.until(share, judge.statusDiffers('accepted'), 'owner');
      judge.reads('STAT-04', reading, 'accepted', 'The owner reads another status than the member.');
    },
  );

  test(
    'MEMB-15 properties named like the record’s own fields leave the record as it is',
    judges('MEMB-15', 'MEMB-16', 'MEMB-08', 'MEMB-11'),
    async ({ member, shares, readings, aftermath, judge, caller }) => {
      const share = await shares.lend('pending');
      const { sent, answer } = await member.sendRecord(share, caller.vaultId);
      const read = await readings.show(share);
      const gone = read.response?.status === 404 ? await shares.brokenBasic('accept') : undefined;
      judge.notSet(sent, answer, read, gone);
      await aftermath.openlyTaken(share, answer);
    },
  );
});
