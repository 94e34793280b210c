import { unknownProjectId, unknownUuid } from '../fixtures/cases/ids.ts';
import type { Member } from '../fixtures/cbr/member.ts';
import { judges, scenario, test } from '../fixtures/index.ts';
import { type Answer, dispositionOf } from '../fixtures/run/answer.ts';
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
  verifyContentType,
  verifyJson,
  verifyNoByteOrderMark,
  verifyPresent,
  verifySameId,
  verifyStatusCode,
  verifyStatusWord,
  verifyString,
  verifyTimestamp,
  verifyUniqueNames,
  verifyWorks,
  verifyWrapper,
} from '../fixtures/suite/judgements.ts';
import { dependsOn, Violation } from '../fixtures/suite/outcomes.ts';
import type { Story, StoryName } from '../fixtures/suite/story.ts';
import type { RequirementId } from '../schemas/requirements.ts';

type Check = [
  id: RequirementId,
  fact: string,
  verify: (member: Member, story: Story, answer: Answer) => void,
];

const ABOUT_THE_ANSWER: readonly [RequirementId, string, (answer: Answer) => void][] = [
  ['RESP-01', 'has status code 200', verifyStatusCode],
  ['RESP-02', 'is declared as JSON', verifyContentType],
  ['RESP-03', 'is well-formed JSON in UTF-8', verifyJson],
  ['RESP-04', 'repeats no name within an object', verifyUniqueNames],
  ['RESP-05', 'does not begin with a byte-order mark', verifyNoByteOrderMark],
  ['RESP-06', 'holds a member object', verifyWrapper],
];

const ABOUT_THE_MEMBER: readonly Check[] = [
  ['MEMB-01', 'has status', (member) => verifyPresent(member, 'status')],
  ['MEMB-02', 'has a status of the three words', (member) => verifyStatusWord(member)],
  ['MEMB-03', 'has created_at as a string', (member) => verifyString(member, 'created_at')],
  [
    'MEMB-04',
    'has created_at in a documented form',
    (member) => verifyTimestamp(member, 'created_at', 'MEMB-03'),
  ],
  ['MEMB-05', 'has updated_at as a string', (member) => verifyString(member, 'updated_at')],
  [
    'MEMB-06',
    'has updated_at in a documented form',
    (member) => verifyTimestamp(member, 'updated_at', 'MEMB-05'),
  ],
  ['MEMB-07', 'has backup_id as a string', (member) => verifyString(member, 'backup_id')],
  [
    'MEMB-08',
    'has the backup_id of the request',
    (member, { ids }) => verifySameId(member, 'backup_id', ids.backupId, 'MEMB-07'),
  ],
  ['MEMB-09', 'has image_id as a string', (member) => verifyString(member, 'image_id')],
  ['MEMB-10', 'has dest_project_id as a string', (member) => verifyString(member, 'dest_project_id')],
  [
    'MEMB-11',
    'has the member’s project as dest_project_id',
    (member, { ids }) => verifySameId(member, 'dest_project_id', ids.memberId, 'MEMB-10'),
  ],
  ['MEMB-12', 'has vault_id as a string', (member) => verifyString(member, 'vault_id')],
  [
    'MEMB-14',
    'has id as a string that is not empty',
    (member) => verifyString(member, 'id', { empty: false }),
  ],
  [
    'MEMB-15',
    'has the id that the share had from the start',
    (_member, story) => verifyKept(story, 'id', 'MEMB-14'),
  ],
  [
    'MEMB-16',
    'has the created_at that the share had from the start',
    (_member, story) => verifyKept(story, 'created_at', 'MEMB-04'),
  ],
  ['MEMB-17', 'has created_at', (member) => verifyPresent(member, 'created_at')],
  ['MEMB-18', 'has backup_id', (member) => verifyPresent(member, 'backup_id')],
  ['MEMB-19', 'has dest_project_id', (member) => verifyPresent(member, 'dest_project_id')],
  ['MEMB-21', 'has id', (member) => verifyPresent(member, 'id')],
  ['MEMB-22', 'was not updated before it was created', (member) => verifyOrder(member)],
  ['MEMB-23', 'has the time of sharing as created_at', (member, story) => verifyCreationTime(member, story)],
  [
    'MEMB-24',
    'has the time of this update as updated_at',
    (member, story) => verifyUpdateTime(member, story),
  ],
];

const AFTER_ACCEPT: readonly Check[] = [
  [
    'MEMB-13',
    'has the vault_id of the request',
    (member, { requested }) => verifySameId(member, 'vault_id', requested.vault_id ?? '', 'MEMB-12'),
  ],
  ['MEMB-20', 'has vault_id', (member) => verifyPresent(member, 'vault_id')],
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

for (const name of ['accept', 'reject'] as const satisfies StoryName[]) {
  test.describe(`Tables 4 and 5: the answer to ${name === 'accept' ? 'an accept' : 'a reject'}`, () => {
    for (const [id, fact, verify] of ABOUT_THE_ANSWER) {
      test(
        `${id} the answer to ${name} ${fact}`,
        judges(id),
        scenario(async (suite) => {
          const story = await suite.story(name);
          suite.recorder.check(id, story.put, () => {
            for (const answer of workingAnswers(story)) verify(answer);
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

    for (const [id, fact, verify] of [...ABOUT_THE_MEMBER, ...(name === 'accept' ? AFTER_ACCEPT : [])]) {
      test(
        `${id} the answer to ${name} ${fact}`,
        judges(id),
        scenario(async (suite) => {
          const story = await suite.story(name);
          suite.recorder.check(id, story.put, () => {
            for (const answer of workingAnswers(story)) verify(memberOf(answer), story, answer);
          });
        }),
      );
    }

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
