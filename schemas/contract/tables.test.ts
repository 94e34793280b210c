import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLE_PATH, EXAMPLE_REQUEST, EXAMPLE_RESPONSE } from '../examples.ts';
import { CONTRACT, type TableName, tableSchemas } from './contract.ts';

const UUID = EXAMPLE_REQUEST.vault_id;
const HEX = EXAMPLE_PATH.project_id;

function assertValid(name: TableName, ...values: unknown[]): void {
  for (const value of values) assert.deepEqual(CONTRACT.issues(name, value), [], JSON.stringify(value));
}

function assertBroken(name: TableName, path: string, keyword: string, ...values: unknown[]): void {
  for (const value of values) {
    const found = CONTRACT.issues(name, value).map((issue) => `${issue.path} ${issue.keyword}`);
    assert.ok(found.includes(`${path} ${keyword}`), `${JSON.stringify(value)}: ${found.join(', ')}`);
  }
}

/** What may not stand around an id, a trailing line feed included. */
const spoilt = (id: string) => [`${id}\n`, `\n${id}`, ` ${id}`, `${id} `, `{${id}}`, `${id}0`, `x${id}`, ''];
const spoiltUuids = [
  ...spoilt(UUID),
  `urn:uuid:${UUID}`,
  UUID.replaceAll('-', ''),
  UUID.replace('-', '_'),
  HEX,
];

test('Table 1 takes hyphenated backup ids and 32 hexadecimal digits for the projects, in any case', () => {
  const { backup_id } = EXAMPLE_PATH;
  assertValid(
    'table-1',
    EXAMPLE_PATH,
    { ...EXAMPLE_PATH, backup_id: backup_id.toUpperCase() },
    { ...EXAMPLE_PATH, project_id: HEX.toUpperCase(), member_id: HEX.toUpperCase() },
  );
  for (const wrong of spoiltUuids)
    assertBroken('table-1', 'backup_id', 'pattern', { ...EXAMPLE_PATH, backup_id: wrong });
  for (const field of ['project_id', 'member_id']) {
    for (const wrong of [...spoilt(HEX), UUID])
      assertBroken('table-1', field, 'pattern', { ...EXAMPLE_PATH, [field]: wrong });
  }
  assertBroken('table-1', '', 'required', {});
});

test('Table 2 takes a token that is not empty', () => {
  assertValid('table-2', { 'X-Auth-Token': 'x' }, { 'X-Auth-Token': 'x', Accept: '*/*' });
  assertBroken('table-2', '', 'required', {});
  assertBroken('table-2', 'X-Auth-Token', 'minLength', { 'X-Auth-Token': '' });
});

test('Table 3 needs a vault with accepted and with nothing else', () => {
  assertBroken('table-3', '', 'required', { status: 'accepted' });
  assert.match(CONTRACT.issues('table-3', { status: 'accepted' })[0]?.message ?? '', /vault_id/);
  assertValid('table-3', { status: 'rejected' }, { status: 'pending' }, EXAMPLE_REQUEST);
  assertValid('table-3', { status: 'rejected', vault_id: UUID });
});

test('Table 3 blames a missing or unknown status alone, not the vault that no accept asks for', () => {
  for (const [body, keyword] of [
    [{}, 'required'],
    [{ status: 'Accepted' }, 'enum'],
  ] as const) {
    assert.deepEqual(
      CONTRACT.issues('table-3', body).map((issue) => issue.keyword),
      [keyword],
    );
  }
});

test('Table 3 takes the three words of status exactly', () => {
  const withStatus = (status: unknown) => ({ status, vault_id: UUID });
  assertBroken(
    'table-3',
    'status',
    'enum',
    ...['', 'ACCEPTED', ' accepted', 'accepted ', 'accepted\n', 'deleted', null].map(withStatus),
  );
  assertBroken('table-3', 'status', 'type', ...[null, 1, true, ['accepted'], {}].map(withStatus));
});

test('Table 3 takes a hyphenated UUID as vault_id, in any case and with nothing around it', () => {
  const withVault = (vault_id: unknown) => ({ status: 'accepted', vault_id });
  assertValid('table-3', withVault(UUID.toUpperCase()));
  assertBroken('table-3', 'vault_id', 'pattern', ...spoiltUuids.map(withVault));
  assertBroken('table-3', 'vault_id', 'type', ...[null, 1, [UUID], {}].map(withVault));
});

test('Table 3 takes additional properties and no value but an object', () => {
  assertValid('table-3', { ...EXAMPLE_REQUEST, _: UUID });
  assertBroken('table-3', '', 'type', [], [EXAMPLE_REQUEST], null, 'accepted', 1);
});

test('Table 4 needs its member, and Table 5 is judged within it', () => {
  assertValid('table-4', EXAMPLE_RESPONSE, { ...EXAMPLE_RESPONSE, request_id: 'x' });
  assertBroken('table-4', '', 'required', {});
  assertBroken('table-4', 'member', 'type', { member: null }, { member: [] });
  assertBroken('table-4', 'member', 'required', { member: {} });
  assertBroken('table-4', 'member.created_at', 'format', {
    member: { status: 'accepted', created_at: 'soon' },
  });
});

test('Table 5 needs a status and no other field', () => {
  for (const status of ['pending', 'accepted', 'rejected']) assertValid('table-5', { status });
  assertValid('table-5', { status: 'accepted', other: 1 });
  assertBroken('table-5', '', 'required', {});
  assertBroken('table-5', 'status', 'enum', { status: 'ACCEPTED' });
});

test('Table 5 takes both documented forms of a time and refuses what is none', () => {
  for (const field of ['created_at', 'updated_at']) {
    const withTime = (time: unknown) => ({ status: 'accepted', [field]: time });
    assertValid(
      'table-5',
      ...['2020-02-05T10:38:34.209782', '2020-02-24T09:36:00.479+00:00', '2020-02-24T09:36:00Z'].map(
        withTime,
      ),
    );
    assertBroken('table-5', field, 'format', ...['2020-02-31T25:61:00', '1580899114', ''].map(withTime));
    assertBroken('table-5', field, 'type', withTime(1580899114));
  }
});

test('Table 5 takes each id in its own format', () => {
  const member = { status: 'accepted', backup_id: UUID, dest_project_id: HEX, vault_id: '', image_id: '' };
  assertValid('table-5', member);
  assertBroken('table-5', 'backup_id', 'pattern', ...spoiltUuids.map((id) => ({ ...member, backup_id: id })));
  assertBroken(
    'table-5',
    'dest_project_id',
    'pattern',
    ...[...spoilt(HEX), UUID].map((id) => ({ ...member, dest_project_id: id })),
  );
  assertBroken('table-5', 'id', 'minLength', { ...member, id: '' });
});

test('every field of Table 5 is a string where it is there', () => {
  for (const field of Object.keys(tableSchemas['table-5'].properties)) {
    for (const wrong of [null, 1, true, [], {}])
      assertBroken('table-5', field, 'type', { status: 'accepted', [field]: wrong });
  }
});

test('the error body takes the four known shapes', () => {
  assertValid(
    'error-body',
    { error_code: 'BackupService.9900', error_msg: 'Invalid parameter' },
    { error_msg: 'decrypt token fail', error_code: 'APIG.0301', request_id: '1f' },
    { unauthorized: { code: '401', message: 'Malformed request url' } },
    { error: { code: 401, message: 'The request needs a token.', title: 'Unauthorized' } },
  );
});

test('the error body needs a code and a message in each shape', () => {
  const broken: unknown[] = [
    {},
    null,
    [],
    'Not found',
    { message: 'x' },
    { error_code: 'x' },
    { error_msg: 'x' },
    { error_code: '', error_msg: 'x' },
    { error_code: 'x', error_msg: '' },
    { error_code: 9900, error_msg: 'x' },
    { request_id: 'x', error_msg: 'x' },
    { error: 'x' },
    ...['error', 'unauthorized'].flatMap((key) => [
      { [key]: {} },
      { [key]: { code: 401 } },
      { [key]: { message: 'x' } },
      { [key]: { code: 401, message: '' } },
      { [key]: { code: '', message: 'x' } },
      { [key]: { code: null, message: 'x' } },
    ]),
  ];
  for (const body of broken)
    assert.notDeepEqual(CONTRACT.issues('error-body', body), [], JSON.stringify(body));
});

test('every mistake of a value is told, not the first alone', () => {
  const issues = CONTRACT.issues('table-5', { status: 'x', id: '', created_at: 'soon' });
  assert.deepEqual(issues.map(({ path }) => path).toSorted(), ['created_at', 'id', 'status']);
});
