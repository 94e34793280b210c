import { setTimeout as pause } from 'node:timers/promises';
import {
  bothCarriedOut,
  decideAtOnce,
  fellowOf,
  judgeReadBeside,
  oneCarriedOut,
} from '../fixtures/actors/at-once.ts';
import { decideOnce } from '../fixtures/actors/decide-once.ts';
import { revoke } from '../fixtures/actors/histories.ts';
import { ANOTHER_FORM } from '../fixtures/actors/intrusions.ts';
import { leaveOthers, OTHERS, rejectBeside } from '../fixtures/actors/others.ts';
import { removeMeanwhile } from '../fixtures/actors/remove-meanwhile.ts';
import { type Intrusion, tryIntrusions } from '../fixtures/actors/rows.ts';
import { judgeShownToOwner } from '../fixtures/actors/shown-to-owner.ts';
import { untilThere } from '../fixtures/actors/until-there.ts';
import type { Answer } from '../fixtures/evidence/answer.ts';
import { dependsOn, Violation } from '../fixtures/evidence/findings.ts';
import { judges, refuses, test } from '../fixtures/index.ts';
import { isMiscoded } from '../fixtures/judge/error-body.ts';
import { isTurnedAway } from '../fixtures/judge/passing.ts';
import { secretsOf } from '../fixtures/judge/secrecy.ts';
import { withArticle } from '../fixtures/requests/cases.ts';
import { decisionBody } from '../fixtures/requests/draft.ts';
import { DECISIONS, type Decision } from '../schemas/situations.ts';

/** So that a request finds the others under way. */
const A_MOMENT_MS = 5;

test.describe('Other shares', () => {
  for (const { state, label, decisions, mistakes } of OTHERS) {
    test(
      `STAT-10 no decision changes ${label} of another member`,
      judges('STAT-10', 'TEN-05', ...(state === 'accepted' ? (['STAT-17'] as const) : [])),
      async ({ outsider, shares, aftermath, judge, stage }) => {
        const { share: lent, other } = await shares.withOutsider();
        if (state !== 'pending') {
          await decideOnce(stage, other, state);
          await aftermath.verifyUnchanged(lent, undefined, 'STAT-10');
        }
        const share = state === 'rejected' ? lent : await rejectBeside(stage, lent);
        await leaveOthers(stage, share, other, {
          id: 'STAT-10',
          // Where both are accepted at last, each in its own vault, the one may be told with the vault of the other.
          decisions: state === 'accepted' ? [...decisions, 'accept'] : decisions,
          mistakes,
        });
        // Where the other member’s accept does not show, nobody has accepted.
        if (state === 'accepted' && !judge.recorder.has('STAT-17'))
          judge.recorder.untested('STAT-17', dependsOn('STAT-04').message);
        if (judge.recorder.firstBroken !== undefined) return;
        await judgeShownToOwner(stage, share, other, state);
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
        const share = state === 'pending' ? await rejectBeside(stage, lent) : lent;
        await leaveOthers(stage, share, other, {
          id: 'STAT-11',
          decisions: decisions.filter((word) => word !== 'trespass'),
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
      refuses('PATH-06', 'STAT-10', 'TEN-02', 'TEN-03'),
      async ({ member, outsider, shares, aftermath, judge, given, caller, stage }) => {
        const { share, other } = await shares.withOutsider(state);
        // What the other member decides leaves an accepted share as it is, too.
        if (state === 'accepted') await decideOnce(stage, other, 'rejected');
        const sendAs = (actor: typeof member, word: Decision, own: typeof share, named: typeof share) =>
          actor.decide(own, word, {
            title: `${actor.called} sends ${word} in the name of another member`,
            ids: { ...own.ids, memberId: named.ids.memberId },
            mistake: 'member_id of another project',
          });
        const intoVaultOf = async (actor: typeof member, own: typeof share, vault: string) => {
          const send = () =>
            actor.update(own, decisionBody('accept', vault), {
              // Whose vault it is may be asked of the usual form of a request alone.
              ...ANOTHER_FORM,
              title: `${actor.called} accepts into the vault of another member`,
              situation: own.situation('accept', 'vault_id of another project', actor.name),
            });
          return untilThere(caller, own, await send(), (seen) => isMiscoded(seen, 'vault', false), send);
        };
        // Of what belongs to another member of the backup, a member is told as little as of any other project.
        const listen = (answer: Answer) =>
          judge.silence(answer, secretsOf((answer.call.tenant === 'member' ? other : share).snapshot));
        const intrusions: Intrusion[] = [
          ...DECISIONS.flatMap((decision): Intrusion[] => [
            { requirement: 'PATH-06', kind: 'member', send: (own) => sendAs(member, decision, own, other) },
            { requirement: 'TEN-03', kind: 'tenant', send: (own) => sendAs(outsider, decision, other, own) },
          ]),
          {
            requirement: 'TEN-02',
            kind: 'tenant',
            send: (about) =>
              outsider.update(about, decisionBody(decision, given.vaultId), {
                title: `${outsider.called} sends ${withArticle(decision)} in the path of another member`,
              }),
          },
        ];
        const intoVault = (actor: typeof member, vault: string): Intrusion => ({
          requirement: 'BODY-08',
          kind: 'vault',
          unrouted: true,
          send: (about) => intoVaultOf(actor, about, vault),
        });
        const { foreignVaultId, vaultId } = given.ids;
        const vaults =
          decision === 'accept' && foreignVaultId !== undefined && vaultId !== undefined
            ? { own: vaultId, foreign: foreignVaultId }
            : undefined;
        if (vaults) intrusions.push(intoVault(member, vaults.foreign));
        await tryIntrusions(stage, share, intrusions, listen);
        await aftermath.verifyUnchanged(other, undefined, 'STAT-10');
        // What was taken about the other share leaves nothing to compare it with.
        if (!judge.recorder.has('STAT-10'))
          judge.recorder.untested('STAT-10', dependsOn(judge.recorder.firstBroken ?? 'TEN-03').message);
        // What it does to the other share is its own member's doing.
        if (vaults) await tryIntrusions(stage, other, [intoVault(outsider, vaults.own)], listen);
      },
    );
  }
});

test.describe('At the same time', () => {
  test(
    'STAT-15 updates at the same time are carried out each on its own share',
    judges('STAT-15'),
    async ({ nobody, shares, readings, judge, given, stage }) => {
      void given.vaultId;
      const [first, second] = await shares.withAnother();
      const isOwn = second.tenant === 'member';
      const fellow = isOwn ? await fellowOf(stage, first) : undefined;
      // Two accepts at once, where something else is under way beside them: what is mixed up is to show.
      const mayAccept = isOwn ? fellow !== undefined : given.ids.foreignVaultId !== undefined;
      const beside = mayAccept ? 'accept' : 'reject';
      const met = fellow ?? second;
      const asked: Decision = fellow ? 'reject' : beside;
      const told = [first, met].map(({ snapshot }) => secretsOf(snapshot));
      // What its owner does with the other members of a backup leaves alone what one of them decides meanwhile.
      const sharing = fellow && fellowOf(stage, second);
      if (sharing) await pause(A_MOMENT_MS);
      const [seen, updates, stray] = await Promise.all([
        // A server that keeps what is read just now keeps it for too long.
        readings.show(first),
        decideAtOnce(stage, [
          [first, 'accept'],
          [second, beside],
          ...(fellow ? [[fellow, 'reject'] as const] : []),
        ]),
        // Nothing comes of it: what it asks for is what the share gets.
        pause(A_MOMENT_MS).then(() =>
          nobody.update(met, decisionBody(asked, given.ids.foreignVaultId ?? ''), {
            title: `a caller without a token ${asked}s one of them, too`,
          }),
        ),
        sharing,
      ]);
      // Of two that met, one may be taken back once that is found out.
      await readings.waitForEffects();
      // Who it is need not be asked where it meets another update.
      const isOver = isTurnedAway(stray);
      judge.refused('AUTH-01', stray, { kind: isOver ? undefined : 'token', unrouted: isOver });
      for (const secrets of told) judge.discretion(stray, secrets, 'AUTH-01');
      await bothCarriedOut(stage, updates);
      await judgeReadBeside(stage, first, seen, ['pending', 'accept']);
      if (!isOwn || judge.recorder.firstBroken !== undefined) return;
      const [undone] = await Promise.all([
        decideAtOnce(stage, [
          [first, 'reject'],
          [second, 'reject'],
        ]),
        shares.withoutOutsiders(),
        readings.show(first, 'owner'),
        readings.inList(second.ids),
      ]);
      await bothCarriedOut(stage, undone);
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
        void given.vaultId;
        const share = await shares.lend('pending');
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
        if (!given.configuration.owner) return;
        // Where they asked for the same, that is what it is to its owner, too.
        const listed = await readings.listed(share, judge.ownersViewDiffers(share.snapshot));
        if (!listed) return;
        judge.check('STAT-18', listed.read, () => {
          if (listed.difference)
            throw new Violation(
              'After two updates at the same time the share is another one in the owner’s list.',
              listed.difference,
            );
        });
        // Of what each of them asked otherwise for it is not known what it is: it is to be made anew anyhow.
        if (share.snapshot.status === undefined && judge.recorder.firstBroken === undefined)
          await removeMeanwhile(stage, share, 'accept');
      },
    );
  }
});
