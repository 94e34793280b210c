import { judges, test } from '../fixtures/index.ts';
import { actOut, HISTORIES, historyRequirements } from '../fixtures/scenarios/histories.ts';
import { judgeOwnersReadings } from '../fixtures/scenarios/shown-to-owner.ts';
import { sendRecords } from '../fixtures/scenarios/whole-records.ts';
import { DECISIONS } from '../schemas/situations.ts';

test.describe('Tables 4 and 5, and how the status is handled', () => {
  for (const { fact, decisions } of HISTORIES) {
    const ids = historyRequirements(decisions);
    test(`${ids[0]} ${fact}`, judges(...ids), async ({ judge, stage }) => {
      judge.history(await actOut(stage, decisions), ids);
    });
  }

  test(
    'STAT-04, STAT-05 what is accepted, and then rejected, reads so to its owner too, alone and in a list',
    judges('STAT-04', 'STAT-05'),
    async ({ given, stage }) => {
      given.require('owner');
      await judgeOwnersReadings(stage);
    },
  );

  test(
    'MEMB-15 properties named like the record’s own fields leave the record as it is',
    judges('MEMB-15', 'MEMB-16', 'MEMB-08', 'MEMB-11', 'MEMB-24', 'MEMB-29'),
    async ({ shares, judge, given, stage }) => {
      await sendRecords(stage, await shares.lend('pending'), DECISIONS, given.vaultId);
      if (judge.recorder.firstBroken !== undefined) return;
      // What a record holds may be looked at in one state, or with one decision, alone.
      const fresh = await shares.anew('pending');
      if (fresh) await sendRecords(stage, fresh, DECISIONS.toReversed(), given.vaultId);
    },
  );
});
