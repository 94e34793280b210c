import { revoke } from '../fixtures/actors/histories.ts';
import type { Share } from '../fixtures/actors/share.ts';
import type { Stage } from '../fixtures/actors/stage.ts';
import { untilSettled } from '../fixtures/actors/until-there.ts';
import { dispositionOf, isAnswered } from '../fixtures/evidence/answer.ts';
import { dependsOn, Untested } from '../fixtures/evidence/findings.ts';
import { judges, refuses, requirementsOf, rows, test, titleOf, tryRow } from '../fixtures/index.ts';
import { READ_BACK, STATUS_OF } from '../fixtures/judge/obstacles.ts';
import { readMember } from '../fixtures/judge/success.ts';
import type { Member } from '../schemas/member.ts';
import type { Decision, State } from '../schemas/situations.ts';

test.describe('Mistakes about shares that are decided', () => {
  for (const row of rows(['accepted', 'rejected'], 'method', 'path', 'token', 'body', 'bytes')) {
    test(titleOf(row), refuses(...requirementsOf(row)), async ({ stage }) => tryRow(stage, row));
  }
});

/** What is decided about a share in a state; any decision may be undone later. */
interface Watched {
  from: State;
  decision: Decision;
}

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

/** What was accepted, rejected and accepted anew; where a server does not do that, what was accepted at once. */
async function reopened({ member, shares, judge }: Stage, share: Share): Promise<Share> {
  await member.decide(share, 'reject');
  const answer = await member.decide(share, 'accept');
  // It may be refused, and is not to fail where a plain accept works.
  if (!isAnswered(answer) && !(await shares.brokenBasic('accept'))) judge.failure(answer);
  const told = readMember(answer);
  return told?.status === 'accepted' ? share : ((await shares.anew('accepted')) ?? share);
}

test.describe('Over time', () => {
  for (const { fact, watched } of LATE) {
    test(
      `STAT-04 ${fact} goes on reading as it was decided`,
      judges('STAT-04'),
      async ({ member, shares, readings, aftermath, judge, given, stage }) => {
        void given.vaultId;
        const [first, ...others] = watched;
        const hasSecond = given.configuration.ownerBackupIds.length > 1;
        const all = [first, ...(hasSecond ? others : [])];
        const [one, ...more] = await shares.several([first.from, ...all.slice(1).map(({ from }) => from)]);
        const told: { share: Share; before: Member }[] = [];
        for (const [index, lent] of [one, ...more].entries()) {
          const { from, decision } = all[index] ?? first;
          const share = from === 'accepted' ? await reopened(stage, lent) : lent;
          const isFirst = share.state === 'pending';
          const send = (about: Share) => member.decide(about, decision);
          // What is refused once it cannot be too new any more, and taken then, was refused for nothing.
          if (isFirst) await untilSettled(stage, share);
          const sent = await send(share);
          const answer = isFirst ? await shares.insist(share, sent, send, { afresh: false }) : sent;
          // Looking for what is broken takes the first share.
          if (index > 0 && dispositionOf(answer) !== 'success') continue;
          const broken = isFirst && (await aftermath.obstacleTo(answer, decision));
          if (broken) throw dependsOn(broken);
          const reading = await aftermath.readState(share, decision, answer);
          if (isFirst && dispositionOf(answer) === 'success') {
            judge.response(answer);
            const status = STATUS_OF[decision];
            judge.reads(
              READ_BACK[decision],
              { ...reading, difference: undefined },
              status,
              'What was decided late in the run does not show.',
            );
          }
          told.push({ share, before: share.snapshot });
        }
        await readings.waitForEffects();
        for (const { share, before } of told) {
          const id = before.status === 'rejected' ? 'STAT-05' : 'STAT-04';
          judge.stillReads(id, before, await readings.row(share, judge.laterDiffers(before)));
          if (given.configuration.owner) {
            const reading = await readings.until(share, judge.ownersViewDiffers(before), 'owner');
            if (reading.member)
              judge.reads(
                id,
                reading,
                String(before.status),
                'The owner reads something else than the member.',
              );
          }
        }
        const revoked = told.filter(({ before }) => before.status === 'accepted').map(({ share }) => share);
        for (const share of revoked) await revoke(stage, share);
        // What was kept of it as accepted is not told any longer, not by any node, and does not come back.
        await readings.waitForEffects();
        for (const share of revoked) {
          const { snapshot } = share;
          if (snapshot.status === 'rejected')
            judge.stillReads('STAT-05', snapshot, await readings.row(share, judge.laterDiffers(snapshot)));
        }
        if (revoked.length > 0) return;
        judge.recorder.leaveToOthers();
        throw new Untested('what was rejected was not accepted anew, and no other share could be accepted');
      },
    );
  }
});
