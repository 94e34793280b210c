import { unknownProjectId, unknownUuid } from '../fixtures/cases/ids.ts';
import { judges, scenario, test } from '../fixtures/index.ts';
import { type Answer, dispositionOf } from '../fixtures/run/answer.ts';
import { requirementsOfAnswer, verifyContract } from '../fixtures/suite/assess.ts';
import { sameValue, show } from '../fixtures/suite/comparison.ts';
import { judgeSecrecy } from '../fixtures/suite/judge-refusal.ts';
import { verifyCarriedOut, workingAnswers, workingPut } from '../fixtures/suite/judge-story.ts';
import { readMember } from '../fixtures/suite/judge-success.ts';
import {
  verifyCreationTime,
  verifyKept,
  verifyOrder,
  verifyUpdateTime,
} from '../fixtures/suite/judge-times.ts';
import {
  describeFields,
  describeTimes,
  memberOf,
  verifyJson,
  verifyNoByteOrderMark,
  verifyUniqueNames,
  verifyWorks,
} from '../fixtures/suite/judgements.ts';
import { dependsOn, Violation } from '../fixtures/suite/outcomes.ts';
import type { Story, StoryName } from '../fixtures/suite/story.ts';
import { type RequirementId, requirement } from '../schemas/requirements.ts';

/** What no keyword of the contract says: the bytes of an answer, and how it goes on over time. */
const ABOUT_THE_ANSWER: readonly [RequirementId, (answer: Answer, story: Story) => void][] = [
  ['RESP-03', verifyJson],
  ['RESP-04', verifyUniqueNames],
  ['RESP-05', verifyNoByteOrderMark],
  ['MEMB-15', (answer, story) => void (memberOf(answer), verifyKept(story, 'id', 'MEMB-14'))],
  ['MEMB-16', (answer, story) => void (memberOf(answer), verifyKept(story, 'created_at', 'MEMB-04'))],
  ['MEMB-22', (answer) => verifyOrder(memberOf(answer))],
  ['MEMB-23', (answer, story) => verifyCreationTime(memberOf(answer), story)],
  ['MEMB-24', (answer, story) => verifyUpdateTime(memberOf(answer), story)],
];

const BASICS: readonly [RequirementId, string, StoryName, basic: RequirementId][] = [
  ['URI-01', 'the operation is served at its documented place', 'accept', 'STAT-01'],
  ['AUTH-07', 'the member’s own token suffices', 'accept', 'STAT-01'],
  ['STAT-01', 'status accepted with a vault_id of the member’s is taken', 'accept', 'STAT-01'],
  ['STAT-02', 'status rejected without vault_id is taken', 'reject', 'STAT-02'],
];

test.describe('The update itself', () => {
  for (const [id, fact, name, basic] of BASICS) {
    test(
      `${id} ${fact}`,
      judges(id),
      scenario(async (suite) => {
        const story = await suite.story(name);
        const { put, requested } = story;
        if (id === basic) {
          const vault = requested.vault_id === undefined ? 'absent' : 'valid';
          suite.recorder.setCell({ status: requested.status, vault, expected: 'accepted' });
        }
        suite.recorder.check(id, put, () => {
          verifyWorks(put, id, basic);
          if (id === basic) verifyCarriedOut(story);
        });
      }),
    );
  }
});

const STATUS = { accept: 'accepted', reject: 'rejected' } as const;

for (const name of ['accept', 'reject'] as const satisfies StoryName[]) {
  test.describe(`Tables 4 and 5: the answer to ${name === 'accept' ? 'an accept' : 'a reject'}`, () => {
    const checks = [
      ...requirementsOfAnswer(STATUS[name]).map(
        ([id, fact]) => [id, fact, (answer: Answer) => verifyContract(id, answer)] as const,
      ),
      ...ABOUT_THE_ANSWER.map(([id, verify]) => [id, requirement(id).statement, verify] as const),
    ];
    for (const [id, fact, verify] of checks) {
      test(
        `${id} the answer to ${name}: ${fact}`,
        judges(id),
        scenario(async (suite) => {
          const story = await suite.story(name);
          suite.recorder.check(id, story.put, () => {
            for (const answer of workingAnswers(story)) verify(answer, story);
          });
        }),
      );
    }

    test(
      `RESP-07 the answer to ${name} gives no secrets away`,
      judges('RESP-07'),
      scenario(async (suite) => {
        const story = await suite.story(name);
        if (suite.recorder.check('RESP-07', story.put, () => void workingPut(story))) {
          judgeSecrecy(suite.recorder, story.put, 'RESP-07', 'RESP-07');
        }
      }),
    );

    test(
      `MEMB-25 the fields of the answer to ${name} are recorded`,
      judges('MEMB-25', 'MEMB-26'),
      scenario(async (suite) => {
        const story = await suite.story(name);
        const member = memberOf(workingPut(story));
        suite.recorder.observe('MEMB-25', `${name}: ${describeFields(member)}`, story.put);
        suite.recorder.observe('MEMB-26', `${name}: ${describeTimes(member)}`, story.put);
      }),
    );
  });
}

const NOT_TO_BE_SET: readonly [RequirementId, string][] = [
  ['MEMB-15', 'id'],
  ['MEMB-16', 'created_at'],
  ['MEMB-08', 'backup_id'],
  ['MEMB-11', 'dest_project_id'],
];

test.describe('What a body cannot set', () => {
  test(
    'MEMB-15 properties named like the record’s own fields leave id and created_at as they are',
    judges('MEMB-15', 'MEMB-16', 'MEMB-08', 'MEMB-11'),
    scenario(async (suite) => {
      const { vaultId } = suite;
      const story = await suite.story('accept');
      workingPut(story);
      if (!story.read || !readMember(story.read)) throw dependsOn('STAT-04');
      const share = await suite.pendingShare();
      const sent: Record<string, string> = {
        id: unknownUuid(),
        created_at: '2020-02-05T10:38:34.209782',
        backup_id: unknownUuid(),
        dest_project_id: unknownProjectId(),
      };
      const body = { status: 'accepted', vault_id: vaultId, ...sent };
      const answer = await suite.updateShare(share, 'the member sends a whole record', body);
      const taken = dispositionOf(answer) === 'success';
      const read = await suite.show(share);
      // Where the record cannot be found under its ids any more, the server took the new ones.
      const gone = taken && read.response?.status === 404;
      const records = taken ? [readMember(answer), readMember(read)] : [];
      for (const [id, field] of NOT_TO_BE_SET) {
        suite.recorder.check(id, answer, () => {
          const set = records.some((member) => member && sameValue(field, member[field], sent[field]));
          if (set || (gone && field.endsWith('_id'))) {
            throw new Violation(`The body has set the record’s ${field}.`, {
              field: `member.${field}`,
              expected: 'the value it had',
              received: set ? show(sent[field]) : 'no share under its id any more',
            });
          }
        });
      }
      await suite.judgeOpen(share, answer);
    }),
  );
});
