import type { Share } from '../fixtures/actors/share.ts';
import { type Answer, dispositionOf, statusText } from '../fixtures/evidence/answer.ts';
import { Violation } from '../fixtures/evidence/findings.ts';
import { judges, records, refuses, requirementsOf, rows, test, titleOf, tryRow } from '../fixtures/index.ts';
import type { Sent } from '../fixtures/readings/culprit.ts';
import { decisionBody } from '../fixtures/requests/draft.ts';
import { similarTo, unknownUuid } from '../fixtures/requests/ids.ts';
import { kindBeside } from '../fixtures/requests/mistake.ts';
import { OVERRIDES, PATH_FORMS } from '../fixtures/requests/paths.ts';
import type { Shares } from '../fixtures/shares/shares.ts';
import { DECISIONS, type State } from '../schemas/situations.ts';

/** @throws {Violation} */
function verifyNotTaken(answer: Answer): void {
  throw new Violation('An accept is taken though no vault has the id in its body.', {
    field: 'status code',
    expected: '4xx',
    received: statusText(answer),
  });
}

/** What was shared once is no longer, whatever was decided about it. */
const UNSHARED: readonly {
  fact: string;
  take: (shares: Shares, decided: State) => Promise<Share>;
  /** Whether the owner looks at it, too. */
  toOwner?: true;
}[] = [
  { fact: 'that is not shared with the member', take: (shares) => shares.lend('none') },
  { fact: 'that is shared no longer, and was pending,', take: (shares) => shares.removed('pending') },
  {
    fact: 'that is shared no longer, and was decided,',
    take: (shares, decided) => shares.removed(decided),
    toOwner: true,
  },
];

test.describe('URI', () => {
  for (const row of rows(['pending'], 'method')) {
    test(titleOf(row), refuses(...requirementsOf(row), 'URI-03'), async ({ stage }) => tryRow(stage, row));
  }

  test(
    'URI-02 a GET with an update in it changes nothing, though it asks for PUT',
    judges('URI-02'),
    async ({ member, shares, aftermath, given }) => {
      const share = await shares.lend('pending');
      const answer = await member.readWithUpdate(
        share,
        { status: 'accepted', vault_id: given.vaultId },
        OVERRIDES,
      );
      await aftermath.judgeUnchanged(share, answer, 'URI-02');
    },
  );

  for (const { name, path, otherwise, isRight } of PATH_FORMS) {
    test(
      `URI-04 a path with ${name} is recorded`,
      records('URI-04'),
      async ({ member, shares, aftermath, judge, given }) => {
        const share = await shares.spare();
        // Whether a path was understood shows in the refusal of a vault that does not exist, too.
        const body = decisionBody('accept', isRight ? given.vaultId : unknownUuid());
        const title = `the member uses a path with ${name}`;
        const send = (spell: typeof path) =>
          member.update(share, body, { title, path: spell(share.ids, given.vaultId) });
        let answer = await send(path);
        if (otherwise && dispositionOf(answer) === 'refusal') answer = await send(otherwise);
        judge.observe('URI-04', `${name}: ${judge.describeRouting(answer)}`, answer);
        // Only where it was understood has it been taken, and then as its body says.
        if (dispositionOf(answer) === 'success') {
          await aftermath.judgeLeftOpen(share, answer, ['accepted']);
          if (!isRight) judge.check('STAT-16', answer, () => verifyNotTaken(answer));
        } else await aftermath.judgeNotTaken(share, answer, { mayRedirect: true });
      },
    );
  }
});

test.describe('Table 1: path parameters', () => {
  for (const row of rows(['pending'], 'path')) {
    test(titleOf(row), refuses(...requirementsOf(row)), async ({ stage }) => tryRow(stage, row));
  }

  test(
    'STAT-07 a refused member_id is given no share',
    judges('STAT-07'),
    async ({ member, given, shares, readings, judge }) => {
      given.require('owner');
      const share = await shares.lend('pending');
      const ids = { ...share.ids, memberId: similarTo(share.ids.memberId).beginning };
      const answer = await member.decide(share, 'accept', { ids, mistake: 'unknown member_id' });
      const { member: made } = await readings.inList(ids);
      judge.check('STAT-07', answer, () => {
        if (made) {
          throw new Violation('A refused request has made a share with the member_id that it names.', {
            field: 'member.dest_project_id',
            expected: 'no share with it in the owner’s list',
            received: ids.memberId,
          });
        }
      });
    },
  );

  for (const { fact, take, toOwner } of UNSHARED) {
    test(
      `PATH-03 a decision about a backup ${fact} is refused, and shares nothing`,
      refuses('PATH-03'),
      async ({ member, shares, aftermath, judge, given }) => {
        const share = await take(shares, given.ids.vaultId === undefined ? 'rejected' : 'accepted');
        const sent: Sent[] = [];
        for (const decision of DECISIONS) {
          const send = (about: typeof share) => member.decide(about, decision);
          const answer = await send(share);
          judge.refused('PATH-03', answer, { kind: kindBeside('backup', decision, given.ids.vaultId) });
          sent.push({ answer, resend: send });
        }
        // Whoever is asked, no member invites itself.
        const invite = (about: typeof share) => member.update(about, { status: 'pending' });
        const invited = await invite(share);
        judge.refused('PATH-03', invited, { kind: undefined });
        sent.push({ answer: invited, resend: invite });
        await aftermath.judgeRowUnchanged(share, sent);
        if (!toOwner) return;
        // What a refused request makes, it may make a moment later.
        await aftermath.settle();
        await aftermath.judgeUnchangedToOwner(share);
      },
    );
  }
});
