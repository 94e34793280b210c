import type { Suite } from '../fixtures/actors/suite.ts';
import { judges, scenario, test } from '../fixtures/index.ts';
import { verifyNoLengthAskedFor } from '../fixtures/judge/judgements.ts';
import { OTHER_CONTENT_TYPES } from '../fixtures/requests/bodies.ts';
import { JSON_TYPE, type UpdateOptions } from '../fixtures/requests/calls.ts';
import { CONTRACT } from '../schemas/contract/contract.ts';
import type { RequirementId } from '../schemas/requirements.ts';

type Form = [
  id: RequirementId,
  fact: string,
  options: (suite: Suite) => Partial<UpdateOptions>,
  body?: (vaultId: string) => Buffer,
];

const FORMS: readonly Form[] = [
  ...[CONTRACT.operation.tokenHeader.toLowerCase(), CONTRACT.operation.tokenHeader.toUpperCase()].map(
    (tokenHeader): Form => [
      'AUTH-06',
      `the token is taken from a header named ${tokenHeader}`,
      () => ({ tokenHeader }),
    ],
  ),
  [
    'AUTH-09',
    'headers that SDKs send beside the token do not matter',
    ({ configuration }) => ({
      headers: [
        ['X-Language', 'en-us'],
        ['X-Project-Id', configuration.member.projectId],
        ['X-Sdk-Date', '20200224T093600Z'],
        ['Accept', 'application/json'],
      ],
    }),
  ],
  [
    'AUTH-09',
    'what command-line and browser clients send beside the token does not matter',
    () => ({
      headers: [
        ['User-Agent', 'curl/8.5.0'],
        ['Accept', '*/*'],
        ['Accept-Language', 'de-DE,de;q=0.9,en;q=0.8'],
        ['Cache-Control', 'no-cache'],
      ],
    }),
  ],
  [
    'BYTE-04',
    'white space, the order of members and escapes change nothing',
    () => ({}),
    (vaultId) => Buffer.from(`\r\n\t{ "vault_id"\n:\t"${vaultId}" , "st\\u0061tus" : "\\u0061ccepted" } \n`),
  ],
  ['BYTE-05', `a body sent as ${JSON_TYPE} is taken`, () => ({ contentType: JSON_TYPE })],
  ...OTHER_CONTENT_TYPES.map(
    (contentType): Form => ['BYTE-06', `a body sent as ${contentType} is taken`, () => ({ contentType })],
  ),
];

test.describe('Allowed forms of an accept', () => {
  for (const [id, fact, options, body] of FORMS) {
    test(
      `${id} ${fact}`,
      judges(id),
      scenario(async (suite) => {
        const { vaultId } = suite;
        const content = body?.(vaultId) ?? { status: 'accepted', vault_id: vaultId };
        await suite.expectTaken(id, `the member accepts: ${fact}`, content, options(suite));
      }),
    );
  }

  test(
    'BYTE-07 a body sent in chunks is taken',
    judges('BYTE-07', 'BYTE-13'),
    scenario(async (suite) => {
      const accept = { status: 'accepted', vault_id: suite.vaultId };
      const title = 'the member accepts with a body in chunks';
      const answer = await suite.expectTaken('BYTE-07', title, accept, { chunked: true });
      suite.recorder.check('BYTE-13', answer, () => verifyNoLengthAskedFor(answer));
    }),
  );
});
