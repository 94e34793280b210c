import { refuses, scenario, test } from '../fixtures/index.ts';
import { verifyAnswered } from '../fixtures/judge/judgements.ts';
import { bodyOfSize, WRONG_BODIES } from '../fixtures/requests/bodies.ts';

const MEBIBYTE = 1024 * 1024;

test.describe('Table 3: the body as bytes', () => {
  for (const { requirement, name, bytes } of WRONG_BODIES) {
    test(
      `${requirement} ${name} is refused`,
      refuses(requirement),
      scenario(async (suite) => {
        const { share, vaultId } = await suite.refusable();
        const answer = await suite.updateShare(share, `the member sends ${name}`, bytes(vaultId));
        await suite.expectRefused(requirement, answer, share, { mistake: 'parameter' });
      }),
    );
  }

  test(
    'BYTE-08 a body of one mebibyte is answered',
    refuses('BYTE-08'),
    scenario(async (suite) => {
      const { vaultId } = suite;
      const share = await suite.pendingShare();
      const answer = await suite.updateShare(
        share,
        'the member sends a mebibyte',
        bodyOfSize(MEBIBYTE, vaultId),
      );
      suite.recorder.check('BYTE-08', answer, () => verifyAnswered(answer));
      await suite.verifyUnchangedIfRefused(share, answer);
    }),
  );
});
