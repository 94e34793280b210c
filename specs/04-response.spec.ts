import { actOut, HISTORIES, historyRequirements } from '../fixtures/actors/histories.ts';
import { dispositionOf } from '../fixtures/evidence/answer.ts';
import { Untested } from '../fixtures/evidence/findings.ts';
import { judges, test } from '../fixtures/index.ts';
import type { SentRecord } from '../fixtures/judge/judge.ts';
import { withArticle } from '../fixtures/requests/cases.ts';
import { DECISIONS } from '../schemas/situations.ts';

test.describe('Tables 4 and 5, and how the status is handled', () => {
  for (const { fact, decisions } of HISTORIES) {
    const ids = historyRequirements(decisions);
    test(`${ids[0]} ${fact}`, judges(...ids), async ({ member, shares, aftermath, judge, caller }) => {
      judge.history(await actOut({ member, shares, aftermath, caller }, decisions), ids);
    });
  }

  for (const [id, state] of [
    ['STAT-04', 'accepted'],
    ['STAT-05', 'rejected'],
  ] as const) {
    test(
      `${id} ${withArticle(state)} share reads as ${state} to its owner too, alone and in a list`,
      judges(id),
      async ({ owner, shares, readings, judge }) => {
        void owner.projectId;
        const share = await shares.lend(state);
        const differs = judge.ownersViewDiffers(share.snapshot);
        const listed = await readings.listed(share, differs);
        const reading = await readings.owners(share, differs, () => shares.anew('pending'));
        if (reading) judge.reads(id, reading, state, 'The owner reads something else than the member.');
        if (listed) judge.reads(id, listed, state, 'In the owner’s list the share is another one.');
        if (reading || listed) return;
        // What an owner may see is the business of other pages: what its member reads judges the rest.
        judge.recorder.waive();
        throw new Untested('the owner reads no share');
      },
    );
  }

  test(
    'MEMB-15 properties named like the record’s own fields leave the record as it is',
    judges('MEMB-15', 'MEMB-16', 'MEMB-08', 'MEMB-11', 'MEMB-24', 'MEMB-29'),
    async ({ member, shares, readings, aftermath, judge, caller }) => {
      const share = await shares.lend('pending');
      const records: SentRecord[] = [];
      for (const decision of DECISIONS) {
        const record = await member.sendRecord(share, decision, caller.vaultId);
        records.push(record);
        judge.failure(record.answer);
      }
      const { read } = await readings.until(share, () => undefined);
      const isGone = read.response?.status === 404;
      const gone = isGone
        ? ((await shares.brokenBasic('accept')) ?? (await shares.brokenBasic('reject')))
        : undefined;
      judge.notSet(records, read, gone);
      const refused = records.every(({ answer }) => dispositionOf(answer) === 'refusal');
      if (refused) await aftermath.verifyUnchanged(share, records[0]?.answer, 'STAT-07');
      else share.forget();
    },
  );
});
