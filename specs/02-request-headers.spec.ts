import type { Suite } from '../fixtures/actors/suite.ts';
import { statusText } from '../fixtures/evidence/answer.ts';
import { refuses, scenario, test } from '../fixtures/index.ts';
import { verifyAuthenticationCode } from '../fixtures/judge/judgements.ts';
import { updateCall, updatePath } from '../fixtures/requests/calls.ts';
import { SPELLINGS } from '../fixtures/requests/paths.ts';
import { ALTERED_TOKENS, STAND_INS } from '../fixtures/requests/tokens.ts';
import { CONTRACT } from '../schemas/contract/contract.ts';
import type { RequirementId } from '../schemas/requirements.ts';

async function acceptWithToken(
  suite: Suite,
  id: RequirementId,
  title: string,
  alter: (token: string) => string | null,
  { madeUp = false, ...options }: { headers?: [string, string][]; madeUp?: boolean } = {},
) {
  const { share, vaultId } = await suite.refusable();
  const body = Buffer.from(JSON.stringify({ status: 'accepted', vault_id: vaultId }));
  const call = updateCall({ title, ids: share.ids, tenant: null, body, ...options });
  const token = alter(await suite.tokenOf('member'));
  const answer = await suite.sendWithToken(call, token, madeUp ? undefined : '$ALTERED_TOKEN');
  await suite.expectRefused(id, answer, share, { mistake: 'token' });
  suite.recorder.check('AUTH-05', answer, () => verifyAuthenticationCode(answer, id));
  if (answer.response?.status === 401) {
    suite.recorder.observe('AUTH-08', describeChallenge(answer.response.headers), answer);
  } else {
    suite.recorder.observe('AUTH-08', `not answered 401 but ${statusText(answer)}`, answer);
  }
}

function describeChallenge(headers: readonly [string, string][]): string {
  const challenge = headers.find(([name]) => name.toLowerCase() === 'www-authenticate');
  return challenge ? `WWW-Authenticate: ${challenge[1]}` : 'no WWW-Authenticate';
}

test.describe('Table 2: request header parameters', () => {
  for (const { requirement, keyword, name } of CONTRACT.rulesOf('table-2')) {
    if (keyword === 'required') {
      test(
        `${requirement} a request without ${name} is refused`,
        refuses(requirement, 'AUTH-05', 'AUTH-08'),
        scenario((suite) =>
          acceptWithToken(suite, requirement, 'somebody accepts without a token', () => null),
        ),
      );
    }
    if (keyword === 'minLength') {
      test(
        `${requirement} an empty token is refused`,
        refuses(requirement, 'AUTH-05', 'AUTH-08'),
        scenario((suite) =>
          acceptWithToken(suite, requirement, 'somebody accepts with an empty token', () => ''),
        ),
      );
    }
  }

  for (const { name, headers } of STAND_INS) {
    test(
      `AUTH-01 ${name} does not stand for a token`,
      refuses('AUTH-01', 'AUTH-05', 'AUTH-08'),
      scenario((suite) =>
        acceptWithToken(suite, 'AUTH-01', `somebody accepts with ${name}`, () => null, {
          headers: headers(suite.configuration.member.projectId),
        }),
      ),
    );
  }

  for (const { name, respell } of SPELLINGS) {
    test(
      `AUTH-01 a request without a token is not taken under a path with ${name} either`,
      refuses('AUTH-01'),
      scenario(async (suite) => {
        const { share, vaultId } = await suite.refusable();
        const answer = await suite.update({
          title: `somebody accepts without a token under a path with ${name}`,
          ids: share.ids,
          path: respell(updatePath(share.ids)),
          tenant: null,
          body: { status: 'accepted', vault_id: vaultId },
        });
        // Where no such path is served, it does not come to the token; some servers point to the right path.
        const options = { mistake: 'path', routed: false } as const;
        await suite.expectRefused('AUTH-01', answer, share, options);
      }),
    );
  }

  test(
    'AUTH-03 a made-up token is refused',
    refuses('AUTH-03', 'AUTH-05', 'AUTH-08'),
    scenario((suite) =>
      acceptWithToken(
        suite,
        'AUTH-03',
        'somebody accepts with a made-up token',
        () => Buffer.from(`no token of anybody’s, ${Date.now()}`).toString('base64'),
        { madeUp: true },
      ),
    ),
  );

  test(
    'AUTH-03 the word null as a token is refused',
    refuses('AUTH-03', 'AUTH-05', 'AUTH-08'),
    scenario((suite) =>
      acceptWithToken(suite, 'AUTH-03', 'a client that has no token sends null', () => 'null', {
        madeUp: true,
      }),
    ),
  );

  for (const { name, alter } of ALTERED_TOKENS) {
    test(
      `AUTH-04 the member’s token with ${name} is refused`,
      refuses('AUTH-04', 'AUTH-05', 'AUTH-08'),
      scenario((suite) => acceptWithToken(suite, 'AUTH-04', `somebody accepts with a token, ${name}`, alter)),
    );
  }
});
