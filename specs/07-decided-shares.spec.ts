import { dependsOn } from '../fixtures/evidence/findings.ts';
import { judges, refuses, requirementsOf, rows, test, titleOf, tryRow } from '../fixtures/index.ts';
import type { Member } from '../schemas/member.ts';
import type { State } from '../schemas/situations.ts';

test.describe('Mistakes about shares that are decided', () => {
  for (const row of rows(['accepted', 'rejected'], 'method', 'path', 'token', 'body', 'bytes')) {
    test(
      titleOf(row),
      refuses(...requirementsOf(row)),
      async ({ member, shares, aftermath, judge, caller }) =>
        tryRow({ member, shares, aftermath, judge, caller }, row),
    );
  }
});

/** Decisions that change the state, and some that repeat it: any of them may be undone later. */
const LATE: readonly { fact: string; states: readonly [State, ...State[]] }[] = [
  { fact: 'what is accepted once more', states: ['accepted'] },
  // The last test: the end of the run looks once more at the shares that it leaves.
  { fact: 'what is decided', states: ['pending', 'rejected'] },
];

test.describe('Over time', () => {
  for (const { fact, states } of LATE) {
    test(
      `STAT-04 ${fact} goes on reading as it was decided`,
      judges('STAT-04'),
      async ({ member, shares, readings, aftermath, judge, caller }) => {
        void caller.vaultId;
        const [first, ...others] = states;
        const hasSecond = caller.configuration.ownerBackupIds.length > 1;
        const watched = await shares.several([first, ...(hasSecond ? others : [])]);
        const told: Member[] = [];
        for (const share of watched) {
          const isFirst = share.state === 'pending';
          const decision = share.state === 'rejected' ? 'reject' : 'accept';
          if (!isFirst) told.push(share.snapshot);
          const answer = await member.decide(share, decision);
          const broken = isFirst && (await aftermath.obstacleTo(answer, decision));
          if (broken) throw dependsOn(broken);
          await aftermath.readState(share, decision, answer);
          if (isFirst) told.push(share.snapshot);
        }
        await readings.waitForEffects();
        for (const [index, share] of watched.entries()) {
          const before = told[index] ?? {};
          const id = before.status === 'rejected' ? 'STAT-05' : 'STAT-04';
          const later = await readings.row(share, judge.recordDiffers(before));
          judge.stillReads(id, before, later);
        }
      },
    );
  }
});
