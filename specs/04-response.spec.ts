import { dispositionOf } from '../fixtures/evidence/answer.ts';
import { judges, test } from '../fixtures/index.ts';
import type { SentRecord } from '../fixtures/judge/judge.ts';
import { STATUS_OF } from '../fixtures/judge/obstacles.ts';
import { isGone } from '../fixtures/judge/reading.ts';
import { verifyAskedOrBefore } from '../fixtures/judge/success.ts';
import { actOut, HISTORIES, historyRequirements } from '../fixtures/scenarios/histories.ts';
import { judgeOwnersReadings } from '../fixtures/scenarios/shown-to-owner.ts';
import { judgeReadAsTold, readAsTold, type TakenRecord } from '../fixtures/scenarios/whole-records.ts';
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
    async ({ member, shares, readings, aftermath, judge, given, stage }) => {
      const share = await shares.lend('pending');
      const records: SentRecord[] = [];
      const taken: TakenRecord[] = [];
      for (const decision of DECISIONS) {
        const state = share.snapshot.status;
        const record = await member.sendRecord(share, decision, given.vaultId);
        const { answer } = record;
        if (dispositionOf(answer) === 'success' && state !== undefined)
          judge.check('STAT-03', answer, () => verifyAskedOrBefore(answer, STATUS_OF[decision], state));
        records.push(record);
        judge.notFailed(answer);
        const one = await readAsTold(stage, share, { decision, state, answer }, given.vaultId);
        if (one) taken.push(one);
      }
      const last = taken.find(({ answer }) => answer === records.at(-1)?.answer);
      const { read } = last ?? (await readings.until(share, () => undefined));
      const gone = isGone(read)
        ? ((await shares.brokenBasic('accept')) ?? (await shares.brokenBasic('reject')))
        : undefined;
      judge.notSet(records, read, gone);
      const refused = records.every(({ answer }) => dispositionOf(answer) === 'refusal');
      if (refused) await aftermath.judgeUnchanged(share, records[0]?.answer, 'STAT-07');
      else share.forget();
      for (const one of taken) await judgeReadAsTold(stage, one);
    },
  );
});
