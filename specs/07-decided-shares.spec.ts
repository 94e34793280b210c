import { dependsOn } from '../fixtures/evidence/findings.ts';
import { judges, refuses, requirementsOf, rows, test, titleOf, tryRow } from '../fixtures/index.ts';

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
  test(
    'STAT-04 an accepted share goes on reading as accepted, in its vault',
    judges('STAT-04'),
    async ({ member, shares, readings, aftermath, judge, caller }) => {
      void caller.vaultId;
      const share = await shares.lend('pending');
      const accept = (about: typeof share) => member.decide(about, 'accept');
      const answer = await shares.insist(share, await accept(share), accept);
      const broken = await aftermath.obstacleTo(answer, 'accept');
      if (broken) throw dependsOn(broken);
      await aftermath.read(share, 'accept');
      await readings.waitForEffects();
      const later = await readings.row(share, judge.recordDiffers(share.snapshot));
      judge.stillReads('STAT-04', share.snapshot, later);
    },
  );
});
