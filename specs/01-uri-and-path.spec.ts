import type { Suite } from '../fixtures/actors/suite.ts';
import { refuses, scenario, test } from '../fixtures/index.ts';
import type { RefusalOptions } from '../fixtures/judge/judge-refusal.ts';
import { verifyAllow } from '../fixtures/judge/judgements.ts';
import type { PathIds } from '../fixtures/requests/calls.ts';
import {
  type IdPosition,
  illFormedIds,
  replaceId,
  similarProjectId,
  similarUuid,
} from '../fixtures/requests/ids.ts';
import { CONTRACT, type Schema } from '../schemas/contract/contract.ts';
import type { RequirementId } from '../schemas/requirements.ts';

/** Tries to accept a share with something else in its path; without an own share, a made-up one serves. */
async function acceptAt(
  suite: Suite,
  id: RequirementId,
  options: RefusalOptions,
  alter: (ids: PathIds) => PathIds,
) {
  const { share, vaultId } = await suite.refusable();
  const answer = await suite.update({
    title: 'the member accepts under another path',
    ids: alter(share.ids),
    tenant: 'member',
    body: { status: 'accepted', vault_id: vaultId },
  });
  await suite.expectRefused(id, answer, share, options);
}

test.describe('URI', () => {
  for (const method of ['PUT', 'POST', 'PATCH'].filter((other) => other !== CONTRACT.operation.method)) {
    test(
      `URI-02 ${method} does not update the share`,
      refuses('URI-02', 'URI-03'),
      scenario(async (suite) => {
        const { share, vaultId } = await suite.refusable();
        const answer = await suite.update({
          title: `the member accepts with ${method}`,
          ids: share.ids,
          tenant: 'member',
          method,
          body: { status: 'accepted', vault_id: vaultId },
        });
        await suite.expectRefused('URI-02', answer, share, { mistake: 'method', routed: false });
        suite.recorder.check('URI-03', answer, () => verifyAllow(answer));
      }),
    );
  }
});

const MISTAKE = { backup_id: 'backup', member_id: 'member', project_id: 'project' } as const;
const SIMILAR = { backup_id: similarUuid, member_id: similarProjectId, project_id: similarProjectId };
const TABLE_1 = Object.entries(CONTRACT.tables['table-1'].properties ?? {}) as [IdPosition, Schema][];
const UNKNOWN = TABLE_1.flatMap(([position, schema]) => {
  const id = schema['x-refers-to']?.unknown;
  return id ? [[id, position, MISTAKE[position], SIMILAR[position]] as const] : [];
});
const ILL_FORMED = CONTRACT.rulesOf('table-1')
  .filter(({ keyword }) => keyword === 'pattern')
  .map(({ requirement, instance, schema }) => {
    const position = instance.slice(1) as IdPosition;
    return [requirement, position, MISTAKE[position], illFormedIds(schema)] as const;
  });

/** A server may look at the vault first and refuse an accept for that alone. */
const DECISIONS: readonly [string, (suite: Suite) => Record<string, unknown>][] = [
  ['accepting', ({ vaultId }) => ({ status: 'accepted', vault_id: vaultId })],
  ['rejecting', () => ({ status: 'rejected' })],
];

test.describe('Table 1: path parameters', () => {
  for (const [id, position, mistake, unknown] of UNKNOWN) {
    test(
      `${id} an unknown ${position} is refused`,
      refuses(id),
      scenario((suite) => acceptAt(suite, id, { mistake }, (ids) => replaceId(ids, position, unknown))),
    );
  }

  for (const [id, position, mistake, spoilt] of ILL_FORMED) {
    for (const { name, spoil } of spoilt) {
      test(
        `${id} a ${position} that is ${name} is refused`,
        refuses(id),
        // A router may know the form of ids, and answer with a page of its own.
        scenario((suite) =>
          acceptAt(suite, id, { mistake, routed: false }, (ids) => replaceId(ids, position, spoil)),
        ),
      );
    }
  }

  test(
    'PATH-03 a backup that is not shared with the member is refused',
    refuses('PATH-03'),
    scenario(async (suite) => {
      const { vaultId } = suite;
      const backupId = await suite.unsharedBackup();
      const answer = await suite.update({
        title: 'the member accepts a backup that nobody shared with it',
        ids: suite.idsOf(backupId),
        tenant: 'member',
        body: { status: 'accepted', vault_id: vaultId },
      });
      await suite.expectRefused('PATH-03', answer, undefined, { mistake: 'backup' });
    }),
  );

  test(
    'PATH-06 the owner’s project id as member_id is refused',
    refuses('PATH-06'),
    scenario((suite) => {
      const memberId = suite.tenant('owner').projectId;
      return acceptAt(suite, 'PATH-06', { mistake: 'member' }, (ids) => ({ ...ids, memberId }));
    }),
  );

  for (const [fact, decide] of DECISIONS) {
    test(
      `PATH-06 the member_id of another member of the backup is refused: ${fact}`,
      refuses('PATH-06', 'STAT-10'),
      scenario(async (suite) => {
        const body = decide(suite);
        const bystander = await suite.shareWithOutsider();
        const answer = await suite.update({
          title: `the member decides in the name of another member: ${fact}`,
          ids: { ...bystander.share.ids, memberId: bystander.memberId },
          tenant: 'member',
          body,
        });
        await suite.expectRefused('PATH-06', answer, bystander.share, { mistake: 'member' });
        await suite.verifyBystander('STAT-10', bystander, answer);
      }),
    );
  }

  for (const tenant of ['owner', 'outsider'] as const) {
    test(
      `PATH-09 the member’s token is refused in the path of the ${tenant}’s project`,
      refuses('PATH-09'),
      scenario((suite) => {
        const { projectId } = suite.tenant(tenant);
        return acceptAt(suite, 'PATH-09', { mistake: 'tenant' }, (ids) => ({ ...ids, projectId }));
      }),
    );
  }
});
