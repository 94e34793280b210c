import type { Answer } from '../fixtures/evidence/answer.ts';
import { dependsOn, Violation } from '../fixtures/evidence/findings.ts';
import { judges, refuses, test } from '../fixtures/index.ts';
import { secretsOf } from '../fixtures/judge/secrecy.ts';
import { withArticle } from '../fixtures/requests/cases.ts';
import { decideAtOnce } from '../fixtures/scenarios/at-once.ts';
import { judgeDecidableStill, oneCarriedOut } from '../fixtures/scenarios/contested.ts';
import { decideOnce } from '../fixtures/scenarios/decide-once.ts';
import { revoke } from '../fixtures/scenarios/histories.ts';
import { inEachOthersName } from '../fixtures/scenarios/in-anothers-name.ts';
import { meet, meetInRejects } from '../fixtures/scenarios/meeting.ts';
import { leaveOthers, OTHERS, rejectBeside } from '../fixtures/scenarios/others.ts';
import { removeMeanwhile } from '../fixtures/scenarios/remove-meanwhile.ts';
import { tryIntrusions } from '../fixtures/scenarios/rows.ts';
import { judgeShownToOwner } from '../fixtures/scenarios/shown-to-owner.ts';
import { lookAt } from '../fixtures/scenarios/until-there.ts';
import type { Decision } from '../schemas/situations.ts';

test.describe('Other shares', () => {
  for (const { state, label, decisions, mistakes } of OTHERS) {
    test(
      `STAT-10 no decision changes ${label} of another member`,
      judges('STAT-10', 'TEN-05', ...(state === 'accepted' ? (['STAT-17'] as const) : [])),
      async ({ outsider, shares, aftermath, judge, stage }) => {
        const { share: lent, other } = await shares.withOutsider();
        if (state !== 'pending') {
          await decideOnce(stage, other, state);
          await aftermath.judgeUnchanged(lent, undefined, 'STAT-10');
        }
        const share = state === 'rejected' ? lent : await rejectBeside(stage, lent, other);
        await leaveOthers(stage, share, other, {
          id: 'STAT-10',
          // Where both are accepted at last, each in its own vault, the one may be told with the vault of the other.
          decisions: state === 'accepted' ? [...decisions, 'accept'] : decisions,
          mistakes,
        });
        // Where the other member’s accept does not show, nobody has accepted.
        if (state === 'accepted' && !judge.recorder.has('STAT-17'))
          judge.recorder.untested('STAT-17', dependsOn('STAT-04').message);
        // That it cannot be given back says nothing of what its owner is shown.
        const { firstBroken } = judge.recorder;
        if (firstBroken !== undefined && firstBroken !== 'STAT-09') return;
        // Where what was rejected is not accepted anew, a share that was not.
        const isAsMeant = state !== 'accepted' || share.state === state;
        const shown = isAsMeant ? share : ((await shares.anew(state)) ?? share);
        await judgeShownToOwner(stage, shown, other, state);
        // The other member, too, can give back what it has accepted.
        if (state === 'accepted') await revoke({ ...stage, member: outsider }, other);
      },
    );

    test(
      `STAT-11 no decision changes ${label} of another backup`,
      judges('STAT-11'),
      async ({ shares, stage }) => {
        const [lent, other] = await shares.withAnother(state);
        // Whatever else a reject of what is pending rejects is pending.
        const share = state === 'pending' ? await rejectBeside(stage, lent, other) : lent;
        await leaveOthers(stage, share, other, {
          id: 'STAT-11',
          // Decided shares of other backups lie about in every test: what repetitions do to them shows there, too.
          decisions: decisions.filter((word, at) => state === 'pending' || word !== decisions[at - 1]),
          mistakes,
        });
      },
    );
  }

  for (const [decision, state] of [
    ['accept', 'pending'],
    ['reject', 'accepted'],
  ] as const) {
    test(
      `PATH-06 the member_id of another member of the backup is refused: ${decision} on ${withArticle(state)} share`,
      refuses('PATH-06', 'PATH-09', 'STAT-10', 'TEN-02', 'TEN-03'),
      async ({ shares, aftermath, judge, stage }) => {
        const { share, other } = await shares.withOutsider(state);
        // What the other member decides leaves an accepted share as it is, too.
        if (state === 'accepted') await decideOnce(stage, other, 'rejected');
        const { aboutMembers, aboutOther } = inEachOthersName(stage, other, decision);
        // Of what belongs to another member of the backup, a member is told as little as of any other project.
        const listen = (answer: Answer) =>
          judge.silence(answer, secretsOf((answer.call.tenant === 'member' ? other : share).snapshot));
        await tryIntrusions(stage, share, aboutMembers, listen);
        await aftermath.judgeUnchanged(other, undefined, 'STAT-10');
        // What was taken about the other share leaves nothing to compare it with.
        if (!judge.recorder.has('STAT-10'))
          judge.recorder.untested('STAT-10', dependsOn(judge.recorder.firstBroken ?? 'TEN-03').message);
        await tryIntrusions(stage, other, aboutOther, listen);
      },
    );
  }
});

test.describe('At the same time', () => {
  test(
    'STAT-15 updates at the same time are carried out each on its own share',
    judges('STAT-15'),
    async ({ shares, judge, given, stage }) => {
      given.require('vault');
      const [first, second] = await shares.withAnother();
      const fellow = await meet(stage, first, second);
      if (second.tenant === 'member' && judge.recorder.firstBroken === undefined)
        await meetInRejects(stage, first, second, fellow);
    },
  );

  for (const [fact, rounds] of [
    ['two accepts of one share, and then two rejects,', ['accept accept', 'reject reject']],
    ['an accept and a reject of one share', ['accept reject']],
  ] as const) {
    test(
      `STAT-18 ${fact} at the same time leave it as one of them`,
      judges('STAT-18'),
      async ({ shares, readings, judge, given, stage }) => {
        given.require('vault');
        const share = await shares.lend('pending');
        if (share.snapshot.status === undefined) await lookAt(stage, share);
        for (const round of rounds) {
          const before = share.snapshot;
          if (before.status === undefined) break;
          const decisions = round.split(' ') as Decision[];
          const updates = await decideAtOnce(
            stage,
            decisions.map((decision) => [share, decision]),
            { contested: true },
          );
          await oneCarriedOut(stage, share, updates, before);
        }
        if (!given.hasOwner) return;
        // Where they asked for the same, that is what it is to its owner, too.
        const listed = await readings.listed(share, judge.ownersViewDiffers(share.snapshot));
        if (!listed) return;
        judge.check('STAT-18', listed.read, () => {
          if (listed.difference)
            throw new Violation(
              'After two updates at the same time the owner’s list shows something else than the member reads.',
              listed.difference,
            );
        });
        // Of what each of them asked otherwise for it is not known what it is: it is to be made anew anyhow.
        if (share.snapshot.status !== undefined || judge.recorder.firstBroken !== undefined) return;
        await judgeDecidableStill(stage, share);
        await removeMeanwhile(stage, (await shares.anew('pending')) ?? share, 'accept');
      },
    );
  }
});
