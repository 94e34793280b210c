import { type StoryName, statusDifference } from '../fixtures/actors/story.ts';
import { judges, scenario, test } from '../fixtures/index.ts';
import { show } from '../fixtures/judge/comparison.ts';
import {
  describeRepetition,
  readBack,
  verifyRead,
  verifyRejectable,
  verifyRepetition,
  verifyStoredVault,
  workingPut,
} from '../fixtures/judge/judge-story.ts';
import { readMember } from '../fixtures/judge/judge-success.ts';
import { memberOf } from '../fixtures/judge/judgements.ts';
import { Violation } from '../fixtures/judge/outcomes.ts';
import { showCall } from '../fixtures/requests/calls.ts';

const BOTH = ['accept', 'reject'] as const satisfies StoryName[];

test.describe('Status handling', () => {
  test(
    'STAT-04 an accepted share reads as accepted',
    judges('STAT-04'),
    scenario(async (suite) => {
      const story = await suite.story('accept');
      suite.recorder.check('STAT-04', story.read, () => verifyRead(story));
    }),
  );

  test(
    'STAT-04 an accepted share reads as accepted to its owner too',
    judges('STAT-04'),
    scenario(async (suite) => {
      const { projectId } = suite.tenant('owner');
      workingPut(await suite.story('accept'));
      const share = await suite.acceptedShare();
      const { read, member } = await suite.readUntil(
        share,
        (now) => statusDifference(now, 'accepted'),
        () => suite.send(showCall('the owner reads the share', 'owner', { ...share.ids, projectId })),
      );
      suite.recorder.check('STAT-04', read, () => {
        const shown = member ?? readBack(read, 'After the accept the owner finds no share.', 'accepted');
        const difference = statusDifference(shown, 'accepted');
        if (difference) throw new Violation('The owner reads another status than the member.', difference);
      });
    }),
  );

  test(
    'STAT-05 a rejected share reads as rejected',
    judges('STAT-05'),
    scenario(async (suite) => {
      const story = await suite.story('reject');
      suite.recorder.check('STAT-05', story.read, () => verifyRead(story));
    }),
  );

  test(
    'STAT-06 an accepted share reads as stored in the vault of the request',
    judges('STAT-06'),
    scenario(async (suite) => {
      const story = await suite.story('accept');
      suite.recorder.check('STAT-06', story.read, () => verifyStoredVault(story));
    }),
  );

  for (const name of BOTH) {
    test(
      `STAT-08 a second ${name} leaves the share as the first one did`,
      judges('STAT-08', 'STAT-12'),
      scenario(async (suite) => {
        const story = await suite.story(name);
        suite.recorder.check('STAT-08', story.again?.put, () => verifyRepetition(story));
        suite.recorder.observe('STAT-12', describeRepetition(name, story), story.again?.put);
      }),
    );
  }

  test(
    'STAT-09 a share that was accepted can be rejected',
    judges('STAT-09'),
    scenario(async (suite) => {
      const story = await suite.story('accept');
      suite.recorder.check('STAT-09', story.rejection?.put, () => verifyRejectable(story));
    }),
  );

  test(
    'STAT-14 how long a reading lags behind a write is recorded',
    judges('STAT-14'),
    scenario(async (suite) => {
      const story = await suite.story('accept');
      workingPut(story);
      const seen =
        story.reads === 1
          ? 'the first reading shows the update'
          : `the update shows after ${story.reads} readings`;
      suite.recorder.observe('STAT-14', seen, story.read);
    }),
  );

  test(
    'MEMB-27 what vault_id is after a reject is recorded',
    judges('MEMB-27'),
    scenario(async (suite) => {
      const story = await suite.story('reject');
      const member = memberOf(workingPut(story));
      suite.recorder.observe('MEMB-27', `vault_id after a reject: ${show(member.vault_id)}`, story.put);
      const { rejection } = await suite.story('accept');
      const revoked = rejection?.read && readMember(rejection.read);
      if (revoked?.status === 'rejected') {
        const seen = `vault_id after the reject of an accepted share: ${show(revoked.vault_id)}`;
        suite.recorder.observe('MEMB-27', seen, rejection?.put);
      }
    }),
  );
});
