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
    async ({ shares, readings, judge }) => {
      const share = await shares.lend('accepted');
      // A share that another test left accepted has been so for a while already.
      await readings.waitForEffects(share.seenSince);
      judge.stillReads(
        'STAT-04',
        share.snapshot,
        await readings.row(share, judge.recordDiffers(share.snapshot)),
      );
    },
  );
});
