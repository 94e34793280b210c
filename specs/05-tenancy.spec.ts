import type { Suite } from '../fixtures/actors/suite.ts';
import { refuses, scenario, test } from '../fixtures/index.ts';
import { verifyDiscretion } from '../fixtures/judge/judgements.ts';
import type { PathIds } from '../fixtures/requests/calls.ts';
import { DETOURS } from '../fixtures/requests/paths.ts';
import { gatewayHeaders } from '../fixtures/requests/tokens.ts';
import type { Member } from '../schemas/member.ts';
import type { TenantName } from '../schemas/results.ts';

type Intrusion = [
  id: 'TEN-01' | 'TEN-02' | 'TEN-03',
  tenant: Exclude<TenantName, 'member'>,
  fact: string,
  ids: (own: string, share: PathIds) => PathIds,
];

const INTRUSIONS: readonly Intrusion[] = [
  [
    'TEN-01',
    'owner',
    'the owner cannot decide for the member in its own project',
    (own, ids) => ({ ...ids, projectId: own }),
  ],
  ['TEN-02', 'owner', 'the owner cannot act in the member’s project', (_own, ids) => ids],
  ['TEN-02', 'outsider', 'an outsider cannot act in the member’s project', (_own, ids) => ids],
  [
    'TEN-03',
    'outsider',
    'an outsider cannot decide for the member in its own project',
    (own, ids) => ({ ...ids, projectId: own }),
  ],
  [
    'TEN-03',
    'outsider',
    'an outsider cannot decide as if the backup were shared with it',
    (own, ids) => ({ ...ids, projectId: own, memberId: own }),
  ],
];

/** What tells of a share: its ids and times. Its status is one of three words, found in any message. */
function secretsOf({ id, dest_project_id, vault_id, created_at, updated_at }: Member): Member {
  return { id, dest_project_id, vault_id, created_at, updated_at };
}

async function intrude(
  suite: Suite,
  [id, tenant, , place]: Intrusion,
  body: Record<string, unknown>,
  headers: [string, string][] = [],
) {
  const { projectId } = suite.tenant(tenant);
  const share = await suite.pendingShare();
  const ids = place(projectId, share.ids);
  const answer = await suite.update({
    title: `the ${tenant} sends ${String(body.status)}`,
    ids,
    tenant,
    body,
    headers,
  });
  const secrets = { ...secretsOf(share.snapshot), owner: suite.configuration.owner?.projectId };
  await suite.expectRefused(id, answer, share, { mistake: 'tenant' });
  if (tenant === 'outsider') {
    suite.recorder.check('TEN-04', answer, () => verifyDiscretion(answer, secrets));
  }
}

test.describe('Tenancy', () => {
  for (const intrusion of INTRUSIONS) {
    const [id, tenant, fact] = intrusion;
    const own = tenant === 'outsider' ? refuses(id, 'TEN-04') : refuses(id);
    test(
      `${id} ${fact}: accepting`,
      own,
      scenario((suite) => intrude(suite, intrusion, { status: 'accepted', vault_id: suite.vaultId })),
    );
    test(
      `${id} ${fact}: rejecting`,
      own,
      scenario((suite) => intrude(suite, intrusion, { status: 'rejected' })),
    );
  }

  test(
    'TEN-02 an outsider cannot act in the member’s project with the headers that gateways set',
    refuses('TEN-02', 'TEN-04'),
    scenario((suite) =>
      intrude(
        suite,
        INTRUSIONS[2] as Intrusion,
        { status: 'rejected' },
        gatewayHeaders(suite.configuration.member.projectId),
      ),
    ),
  );

  for (const { name, path } of DETOURS) {
    test(
      `TEN-02 an outsider cannot get from its own project into the member’s ${name}`,
      refuses('TEN-02'),
      scenario(async (suite) => {
        const { projectId } = suite.tenant('outsider');
        const share = await suite.pendingShare();
        const ids = { ...share.ids, projectId, memberId: projectId };
        const answer = await suite.update({
          title: `the outsider rejects ${name}`,
          ids,
          path: path(ids, share.ids),
          tenant: 'outsider',
          body: { status: 'rejected' },
        });
        await suite.expectRefused('TEN-02', answer, share, { mistake: 'path', routed: false });
      }),
    );
  }

  test(
    'TEN-03 an outsider cannot accept into a vault of its own',
    refuses('TEN-03', 'TEN-04'),
    scenario((suite) =>
      intrude(suite, INTRUSIONS[3] as Intrusion, { status: 'accepted', vault_id: suite.foreignVaultId }),
    ),
  );
});
