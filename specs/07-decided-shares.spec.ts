import { dependsOn } from '../fixtures/evidence/findings.ts';
import { judges, refuses, requirementsOf, rows, test, titleOf, tryRow } from '../fixtures/index.ts';
import type { Member } from '../schemas/member.ts';

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

test.describe('Over time', () => {
  // The last test: the end of the run looks once more at the shares that it leaves.
  test(
    'STAT-04 what is decided goes on reading as it was decided',
    judges('STAT-04'),
    async ({ member, shares, readings, aftermath, judge, caller }) => {
      void caller.vaultId;
      const { length: backups } = caller.configuration.ownerBackupIds;
      const others = (['rejected', 'accepted'] as const).slice(0, Math.max(0, backups - 1));
      const watched = await shares.several(['pending', ...others]);
      const told: Member[] = [];
      for (const share of watched) {
        // One decision that changes the state, and those that repeat it: any of them may be undone later.
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
});
