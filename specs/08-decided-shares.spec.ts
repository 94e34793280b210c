import { Untested } from '../fixtures/evidence/findings.ts';
import { judges, refuses, requirementsOf, rows, test, titleOf, tryRow } from '../fixtures/index.ts';
import { revoke } from '../fixtures/scenarios/histories.ts';
import { decideEach, judgeDecisionLasts, type Watched } from '../fixtures/scenarios/over-time.ts';
import { untilAtRest } from '../fixtures/shares/apart.ts';

test.describe('Mistakes about shares that are decided', () => {
  for (const row of rows(['accepted', 'rejected'], 'method', 'path', 'token', 'body', 'bytes')) {
    test(titleOf(row), refuses(...requirementsOf(row)), async ({ stage }) => tryRow(stage, row));
  }
});

const LATE: readonly { fact: string; watched: readonly [Watched, ...Watched[]] }[] = [
  {
    fact: 'what is rejected, accepted anew and once more',
    watched: [{ from: 'accepted', decision: 'accept' }],
  },
  // The last test: the end of the run looks once more at the shares that it leaves.
  {
    fact: 'what is decided',
    watched: [
      { from: 'pending', decision: 'accept' },
      { from: 'pending', decision: 'reject' },
    ],
  },
];

test.describe('Over time', () => {
  for (const { fact, watched } of LATE) {
    test(
      `STAT-04 ${fact} goes on reading as it was decided`,
      judges('STAT-04'),
      async ({ readings, aftermath, judge, given, caller, stage }) => {
        given.require('vault');
        const told = await decideEach(stage, watched);
        await aftermath.settle();
        for (const one of told) await judgeDecisionLasts(stage, one);
        const revoked = told.filter(({ before }) => before.status === 'accepted').map(({ share }) => share);
        for (const share of revoked) {
          // What is refused once nothing can be in the way any more, and is taken then, was refused for nothing.
          await untilAtRest(caller, share);
          await revoke(stage, share);
        }
        // What was kept of it as accepted is not told any longer, not by any node, and does not come back.
        await aftermath.settle();
        for (const share of revoked) {
          const { snapshot } = share;
          if (snapshot.status === 'rejected')
            judge.stillReads(
              'STAT-05',
              snapshot,
              await readings.severalInARow(share, judge.laterDiffers(snapshot)),
            );
        }
        if (revoked.length > 0) return;
        judge.recorder.leaveToOthers();
        throw new Untested('what was rejected was not accepted anew, and no other share could be accepted');
      },
    );
  }
});
