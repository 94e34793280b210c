import { judges, refuses, requirementsOf, rows, test, titleOf, tryRow } from '../fixtures/index.ts';
import { HEADER_FORMS } from '../fixtures/requests/forms.ts';
import { tryForm } from '../fixtures/scenarios/allowed-form.ts';
import { ANOTHER_FORM } from '../fixtures/scenarios/places.ts';
import { untilRefusedForToken } from '../fixtures/scenarios/revoked-token.ts';

test.describe('Table 2: request header parameters', () => {
  for (const row of rows(['pending'], 'token')) {
    test(titleOf(row), refuses(...requirementsOf(row), 'AUTH-05', 'AUTH-08'), async ({ stage }) =>
      tryRow(stage, row),
    );
  }

  test(
    'AUTH-11 a token that was revoked is refused',
    refuses('AUTH-11'),
    async ({ member, shares, aftermath, judge, given, stage }) => {
      const revoked = await member.revokedToken();
      const share = await shares.refusable('pending');
      const send = (about: typeof share) => member.decide(about, 'accept', { token: () => revoked });
      const answer = await untilRefusedForToken(stage, share, send);
      judge.refused('AUTH-11', answer, { kind: 'token' });
      // Whether a token still is one may be asked for the usual form of a request alone; another may be turned away as such.
      const reject = (about: typeof share) =>
        member.decide(about, 'reject', { ...ANOTHER_FORM, token: () => revoked });
      const rejected = await untilRefusedForToken(stage, share, reject);
      judge.refused('AUTH-11', rejected, { kind: undefined, unrouted: true });
      await aftermath.judgeRowUnchanged(share, [
        { answer, resend: send },
        { answer: rejected, resend: reject },
      ]);
      if (share.unshared || given.ids.vaultId === undefined) return;
      // What has been decided is looked up another way, and asks for a token as well.
      const decided = await member.decide(share, 'accept');
      await aftermath.readState(share, 'accept', decided);
      const revoke = (about: typeof share) => member.decide(about, 'reject', { token: () => revoked });
      const stale = await untilRefusedForToken(stage, share, revoke);
      judge.refused('AUTH-11', stale, { kind: 'token', decided: true });
      await aftermath.judgeRowUnchanged(share, [{ answer: stale, resend: revoke }]);
    },
  );

  for (const { requirement, fact, options } of HEADER_FORMS) {
    test(`${requirement} ${fact}`, judges(requirement), async ({ member, shares, given, stage }) => {
      await tryForm(stage, requirement, await shares.spare(), (about, decision) =>
        member.decide(about, decision, { form: fact, ...options(given.ids, decision) }),
      );
    });
  }
});
