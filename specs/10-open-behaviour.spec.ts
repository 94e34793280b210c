import { statusDifference } from '../fixtures/actors/story.ts';
import { dispositionOf, statusText } from '../fixtures/evidence/answer.ts';
import { records, scenario, test } from '../fixtures/index.ts';
import { workingPut } from '../fixtures/judge/judge-story.ts';
import { dependsOn } from '../fixtures/judge/outcomes.ts';
import { OPEN_BODIES } from '../fixtures/requests/bodies.ts';
import { type PathIds, updatePath } from '../fixtures/requests/calls.ts';
import { DECISION_CELLS } from '../fixtures/requests/decision-table.ts';
import { unknownUuid } from '../fixtures/requests/ids.ts';

const SPELLINGS: readonly [string, (ids: PathIds) => string][] = [
  ['a slash at its end', (ids) => `${updatePath(ids)}/`],
  ['a query', (ids) => `${updatePath(ids)}?x=1`],
  ['the backup id in upper case', (ids) => updatePath({ ...ids, backupId: ids.backupId.toUpperCase() })],
];

test.describe('What the page leaves open', () => {
  for (const [name, path] of SPELLINGS) {
    test(
      `URI-04 a path with ${name} is recorded`,
      records('URI-04'),
      scenario(async (suite) => {
        const share = await suite.pendingShare();
        // A vault that does not exist: whether the path was understood shows in the refusal, and nothing changes.
        const body = { status: 'accepted', vault_id: unknownUuid() };
        const answer = await suite.updateShare(share, `the member uses a path with ${name}`, body, {
          path: path(share.ids),
        });
        const reason = answer.exchange.response?.body.text.slice(0, 120) ?? '';
        const seen = /BackupService\./.test(reason)
          ? 'taken as the operation, and refused for the made-up vault in it, as meant'
          : `not taken as the operation: ${reason}`;
        suite.recorder.observe('URI-04', `${name}: ${statusText(answer)}, ${seen}`, answer);
        // A redirect from another spelling to the right path is fair.
        if (dispositionOf(answer) === 'redirect') await suite.verifyUnchanged(share, answer);
        else await suite.judgeOpen(share, answer);
      }),
    );
  }

  for (const plan of DECISION_CELLS.filter(({ cell }) => cell.expected === 'open')) {
    test(
      plan.title,
      records(plan.requirement, 'STAT-16'),
      scenario(async (suite) => {
        suite.recorder.setCell(plan.cell);
        const body = plan.body(suite.vaults);
        const share = await suite.pendingShare();
        const answer = await suite.updateShare(share, `the member sends ${plan.label}`, body);
        const seen = await suite.describeOpen(share, answer, [plan.cell.status]);
        suite.recorder.observe(plan.requirement, `${plan.label}: ${seen}`, answer);
      }),
    );
  }

  for (const { requirement, name, bytes, contentType } of OPEN_BODIES) {
    test(
      `${requirement} ${name} is recorded`,
      records(requirement, 'STAT-16'),
      scenario(async (suite) => {
        const { vaultId } = suite;
        const share = await suite.pendingShare();
        const options = contentType === undefined ? {} : { contentType };
        const answer = await suite.updateShare(share, `the member sends ${name}`, bytes(vaultId), options);
        const meant = requirement === 'BYTE-10' ? ['accepted', 'rejected'] : ['accepted'];
        const seen = await suite.describeOpen(share, answer, meant);
        suite.recorder.observe(requirement, `${name}: ${seen}`, answer);
      }),
    );
  }

  test(
    'STAT-13 accepting a rejected share is recorded',
    records('STAT-13', 'STAT-16'),
    scenario(async (suite) => {
      const { vaultId } = suite;
      workingPut(await suite.story('reject'));
      const share = await suite.pendingShare();
      await suite.updateShare(share, 'the member rejects the share', { status: 'rejected' });
      const settled = await suite.readSettled(share, (member) => statusDifference(member, 'rejected'));
      if (!settled) throw dependsOn('STAT-05');
      const answer = await suite.updateShare(share, 'the member accepts the share that it rejected', {
        status: 'accepted',
        vault_id: vaultId,
      });
      const seen = await suite.describeOpen(share, answer, ['accepted']);
      suite.recorder.observe('STAT-13', seen, answer);
    }),
  );
});
