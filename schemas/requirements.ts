import type { PageRowId } from './page.ts';

/** How much a requirement weighs: what breaks a MUST is no conformant server, what breaks a SHOULD is warned of. */
export const LEVELS = ['must', 'should', 'observe'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * The requirement catalogue: everything a server can keep or break, told by the contract page, by what
 * its provider publishes around it, or by the standards it rests on.
 *
 * Ids are permanent and carry no meaning beyond their group: a requirement that is dropped leaves its id
 * unused for ever, and a new one takes the next free number of its group.
 */
export interface Requirement {
  level: Level;
  source: Source;
  /** What a conformant server does, in one sentence. */
  statement: string;
  /** What breaking it means for somebody who calls the operation. */
  consequence: string;
}

/** Rows of the page first; a standard or a publication of the provider where the page alone does not say it. */
export interface Source {
  rows: readonly PageRowId[];
  also?: string;
  /** How the statement follows, in our words, where neither the rows nor the others say it by themselves. */
  quote?: string;
}

const RFC9110 = (section: string) => `RFC 9110, section ${section}`;
const RFC8259 = (section: string) => `RFC 8259, section ${section}`;
const API_DEFINITION = "the provider's API definition, operation UpdateMemberStatus";
const ERROR_CODES = "the provider's error code list";
const OTHER_EDITIONS = 'other editions of the page: the recipient makes the call';

export const REQUIREMENTS = {
  // URI and method
  'URI-01': {
    level: 'must',
    source: { rows: ['uri', 'uri/method'] },
    statement: 'PUT is served at /v3/{project_id}/backups/{backup_id}/members/{member_id}.',
    consequence: 'The operation cannot be reached where the documentation says it is.',
  },
  'URI-02': {
    level: 'should',
    source: { rows: ['uri/method'], also: RFC9110('15.5.6') },
    statement: 'Only PUT updates the share: POST and PATCH on the same path are refused and change nothing.',
    consequence: 'A call sent with the wrong method changes a share, unseen by whoever reviews PUT alone.',
  },
  'URI-03': {
    level: 'should',
    source: { rows: ['uri/method'], also: RFC9110('15.5.6') },
    statement: 'A 405 names the allowed methods in its Allow header.',
    consequence: 'A client that meets 405 cannot learn which method to use.',
  },
  'URI-04': {
    level: 'observe',
    source: { rows: ['uri'] },
    statement: 'How other spellings of the path are taken: a slash at the end, ids in upper case, a query.',
    consequence: 'Clients that build URLs loosely work with one server and not with another.',
  },

  // Table 1
  'PATH-01': {
    level: 'must',
    source: { rows: ['table-1/backup_id'] },
    statement: 'A backup_id that names no backup is refused.',
    consequence: 'A caller with a wrong id is told that the update worked.',
  },
  'PATH-02': {
    level: 'must',
    source: { rows: ['table-1/backup_id'] },
    statement: 'A backup_id that is no UUID is refused, even where it resembles the id of a shared backup.',
    consequence: 'A cut or garbled id acts on a backup that the caller did not name.',
  },
  'PATH-03': {
    level: 'must',
    source: { rows: ['table-1/backup_id', 'function'] },
    statement: 'A backup that is not shared with the member is refused.',
    consequence: 'A project can take a backup that nobody shared with it.',
  },
  'PATH-04': {
    level: 'must',
    source: { rows: ['table-1/member_id'] },
    statement: 'A member_id that names no member of the backup is refused.',
    consequence: 'A caller with a wrong member id is told that the update worked.',
  },
  'PATH-05': {
    level: 'must',
    source: { rows: ['table-1/member_id'] },
    statement: 'A member_id that is no project id is refused, even where it resembles the member’s.',
    consequence: 'A cut or garbled id acts on a share that the caller did not name.',
  },
  'PATH-06': {
    level: 'must',
    source: { rows: ['table-1/member_id'] },
    statement: 'member_id is the id of the project that calls: another project’s id in its place is refused.',
    consequence: 'One member’s decision is stored as another’s.',
  },
  'PATH-07': {
    level: 'must',
    source: { rows: ['table-1/project_id'] },
    statement: 'A project_id that names no project is refused.',
    consequence: 'The project in the path means nothing, so access rules that rest on it mean nothing.',
  },
  'PATH-08': {
    level: 'must',
    source: { rows: ['table-1/project_id'] },
    statement: 'A project_id that is no project id is refused, even where it resembles the member’s.',
    consequence: 'The project in the path is not compared as a whole.',
  },
  'PATH-09': {
    level: 'must',
    source: {
      rows: ['table-1/project_id', 'authorization'],
      quote:
        'Permissions are a user’s in a project; a token without them in the project of the path may not act there.',
    },
    statement: 'The member’s token is refused in the path of another project.',
    consequence: 'A token works in projects that it was not issued for.',
  },

  // Table 2
  'AUTH-01': {
    level: 'must',
    source: { rows: ['table-2/X-Auth-Token'] },
    statement: 'A request without X-Auth-Token is refused.',
    consequence: 'Anybody who reaches the endpoint can accept and reject shares.',
  },
  'AUTH-02': {
    level: 'must',
    source: { rows: ['table-2/X-Auth-Token'] },
    statement: 'An empty X-Auth-Token is refused.',
    consequence: 'A client that lost its token still gets through, and so does everybody else.',
  },
  'AUTH-03': {
    level: 'must',
    source: { rows: ['table-2/X-Auth-Token'] },
    statement: 'A token that IAM never issued is refused.',
    consequence: 'Any made-up token opens the operation.',
  },
  'AUTH-04': {
    level: 'must',
    source: { rows: ['table-2/X-Auth-Token'] },
    statement: 'An issued token that was changed, cut off or extended is refused.',
    consequence: 'Tokens are not verified as a whole and can be forged.',
  },
  'AUTH-05': {
    level: 'should',
    source: { rows: ['table-2/X-Auth-Token'], also: `${RFC9110('15.5.2')}; ${ERROR_CODES}` },
    statement: 'A request without a valid token is answered 401, or 403 with the documented code.',
    consequence: 'Client libraries renew their token on 401; with another code they give up or go astray.',
  },
  'AUTH-06': {
    level: 'must',
    source: { rows: ['table-2/X-Auth-Token'], also: RFC9110('5.1') },
    statement: 'The name of the X-Auth-Token header is taken in any case.',
    consequence: 'Clients and proxies that write header names in lower case cannot log in.',
  },
  'AUTH-07': {
    level: 'must',
    source: { rows: ['authorization', 'table-2/X-Auth-Token'] },
    statement: 'The member’s own token has all the permissions that the update needs.',
    consequence: 'The recipient of a share cannot answer it.',
  },
  'AUTH-08': {
    level: 'observe',
    source: { rows: ['table-2/X-Auth-Token'], also: RFC9110('11.6.1') },
    statement: 'Whether a 401 carries WWW-Authenticate.',
    consequence: 'HTTP asks for it; gateways of this provider leave it out.',
  },
  'AUTH-09': {
    level: 'should',
    source: { rows: ['table-2/X-Auth-Token'], also: "what the provider's SDKs and HTTP clients send" },
    statement:
      'Headers that clients send beside the token (X-Language, X-Project-Id, X-Sdk-Date, Accept) do not matter.',
    consequence: "The provider's own SDKs, or curl, fail where a bare request works.",
  },
  'AUTH-10': {
    level: 'must',
    source: { rows: ['authorization'] },
    statement:
      'A user of the member’s project without the permission to update is refused, and nothing changes.',
    consequence: 'Any user of a project can take in backups, whatever its administrator allowed.',
  },
  'AUTH-11': {
    level: 'should',
    source: {
      rows: ['table-2/X-Auth-Token'],
      quote: 'The token is one that IAM issued and still stands by.',
    },
    statement: 'A token that was revoked or has expired is refused.',
    consequence: 'A token that leaked works for ever.',
  },

  // Table 3
  'BODY-01': {
    level: 'must',
    source: { rows: ['table-3/status'] },
    statement: 'status is mandatory: a body without it is refused.',
    consequence: 'An incomplete request is carried out as something the caller did not say.',
  },
  'BODY-02': {
    level: 'must',
    source: { rows: ['table-3/status'] },
    statement: 'A status that is no string is refused.',
    consequence: 'A malformed request is carried out as something the caller did not say.',
  },
  'BODY-03': {
    level: 'must',
    source: { rows: ['table-3/status'], also: API_DEFINITION },
    statement: 'A status other than accepted, rejected or pending, to the letter, is refused.',
    consequence: 'Misspelt words are taken for a decision, or stored as a status nobody can read.',
  },
  'BODY-04': {
    level: 'must',
    source: { rows: ['table-3/accept-rule'] },
    statement: 'Accepting without vault_id is refused.',
    consequence: 'A backup is accepted that is stored nowhere.',
  },
  'BODY-05': {
    level: 'must',
    source: { rows: ['table-3/vault_id'] },
    statement: 'Accepting with a vault_id that is no string is refused.',
    consequence: 'A backup is accepted that is stored nowhere.',
  },
  'BODY-06': {
    level: 'must',
    source: { rows: ['table-3/vault_id'] },
    statement: 'Accepting with a vault_id that is no UUID is refused.',
    consequence: 'A garbled id is taken for a vault.',
  },
  'BODY-07': {
    level: 'must',
    source: { rows: ['table-3/vault_id', 'error-codes'], also: ERROR_CODES },
    statement: 'Accepting with the id of a vault that does not exist is refused.',
    consequence: 'A backup is accepted into a vault that is not there.',
  },
  'BODY-08': {
    level: 'must',
    source: { rows: ['table-3/vault_id', 'error-codes'], also: ERROR_CODES },
    statement: 'Accepting into a vault of another project is refused.',
    consequence: 'A member fills, and is shown, a vault that belongs to somebody else.',
  },
  'BODY-09': {
    level: 'observe',
    source: { rows: ['table-3/status'], also: API_DEFINITION },
    statement: 'What setting a share to pending does.',
    consequence: 'The API definition lists the value; nothing says what it is for.',
  },
  'BODY-10': {
    level: 'observe',
    source: { rows: ['table-3/accept-rule'] },
    statement: 'What a vault_id beside rejected does.',
    consequence: 'The page says it is not required; nothing says that it is refused, or checked.',
  },
  'BODY-11': {
    level: 'observe',
    source: { rows: ['table-3/vault_id'] },
    statement: 'Which other spellings of a UUID are taken: upper case, without hyphens, in braces.',
    consequence: 'Clients that normalise ids in their own way work with one server and not with another.',
  },

  // The body as bytes
  'BYTE-01': {
    level: 'must',
    source: { rows: ['table-3/status'] },
    statement: 'A request without a body is refused.',
    consequence: 'A client that loses the body of its request is told that its decision was stored.',
  },
  'BYTE-02': {
    level: 'must',
    source: { rows: ['table-3'], also: RFC8259('2') },
    statement: 'A body that is no JSON is refused: cut off, empty but for blanks, a bare word or a form.',
    consequence: 'A request cut off on its way is carried out by guesswork.',
  },
  'BYTE-03': {
    level: 'must',
    source: {
      rows: ['table-3'],
      quote: 'Table 3 lists parameters by name, so the body is an object that holds them.',
    },
    statement: 'A JSON body that is not an object is refused.',
    consequence: 'A request that holds no parameter is taken for a decision.',
  },
  'BYTE-04': {
    level: 'must',
    source: { rows: ['table-3'], also: RFC8259('2, 4 and 7') },
    statement: 'White space, the order of members and escapes in strings do not change what a body means.',
    consequence: 'Only clients whose JSON writer agrees with the server to the byte can call it.',
  },
  'BYTE-05': {
    level: 'must',
    source: { rows: ['table-3'], also: API_DEFINITION },
    statement: 'A body sent as application/json;charset=UTF-8 is taken.',
    consequence: "The provider's own Java and Python SDKs cannot call the operation.",
  },
  'BYTE-06': {
    level: 'should',
    source: { rows: ['table-3'], also: "what the provider's SDKs and curl examples send" },
    statement:
      'Other spellings of JSON in UTF-8 are taken: application/json alone and in any case, its charset quoted, or charset=utf8.',
    consequence: 'Node and Go clients, or the documented curl calls, fail where the Java SDK works.',
  },
  'BYTE-07': {
    level: 'must',
    source: { rows: ['table-3'], also: 'RFC 9112, sections 6.3 and 7.1' },
    statement: 'A body sent in chunks, without Content-Length, is taken, or answered 411.',
    consequence: 'Clients that stream their body cannot call the operation.',
  },
  'BYTE-08': {
    level: 'should',
    source: { rows: ['table-3'], also: RFC9110('15.5.14') },
    statement:
      'A body of one mebibyte, nested ten thousand levels deep, is taken or refused, and does not break the server.',
    consequence: 'One large request takes a worker of the server down, or leaves its client hanging.',
  },
  'BYTE-09': {
    level: 'observe',
    source: { rows: ['table-3'], also: 'a published Go client sends an additional property' },
    statement: 'What additional properties in the body do, and names in capitals.',
    consequence: 'Strict servers refuse requests of clients in use.',
  },
  'BYTE-10': {
    level: 'observe',
    source: { rows: ['table-3'], also: RFC8259('4') },
    statement: 'What repeated keys in the body do.',
    consequence: 'Gateway and service may read two different requests in one body.',
  },
  'BYTE-11': {
    level: 'observe',
    source: { rows: ['table-3'], also: RFC9110('15.5.16') },
    statement: 'What a JSON body under another content type does.',
    consequence: 'Clients that name another type, or none, work with one server and not with another.',
  },
  'BYTE-12': {
    level: 'observe',
    source: { rows: ['table-3'], also: RFC8259('8.1') },
    statement: 'What a byte-order mark, or bytes that are no UTF-8, in the body do.',
    consequence: 'The standard lets a parser ignore the mark or refuse it.',
  },
  'BYTE-13': {
    level: 'should',
    source: { rows: ['table-3'], also: 'RFC 9112, section 7.1; what clients that stream send' },
    statement: 'A body sent in chunks is not answered 411, though HTTP lets a server ask for Content-Length.',
    consequence: 'Clients that stream their body need a setting, or another library, to call the operation.',
  },
  'BYTE-14': {
    level: 'observe',
    source: { rows: ['table-3'], also: RFC8259('9') },
    statement:
      'Which extensions of JSON are taken: comments, single quotes, a comma too many, something behind the text.',
    consequence: 'The standard lets a parser take more than JSON; clients must not rely on it.',
  },
  'BYTE-15': {
    level: 'should',
    source: { rows: ['table-3'], also: `${RFC9110('10.1.1')}; what curl and .NET send` },
    statement: 'A body that is announced with Expect: 100-continue is taken.',
    consequence: 'Clients that announce their body cannot call the operation, or wait a second each time.',
  },

  // Status code 200 and Table 4
  'RESP-01': {
    level: 'must',
    source: {
      rows: ['status-200'],
      quote: 'The page lists status code 200 for an update, and no other one.',
    },
    statement: 'An update that worked is answered with status code 200, no other.',
    consequence: 'Generated clients treat any other code as an error, after the decision was stored.',
  },
  'RESP-02': {
    level: 'should',
    source: { rows: ['table-4'], also: RFC9110('8.3') },
    statement: 'The answer’s Content-Type is JSON, in UTF-8 where it names a charset.',
    consequence: 'Clients that look at the type do not parse the body.',
  },
  'RESP-03': {
    level: 'must',
    source: { rows: ['table-4'], also: RFC8259('2 and 8.1') },
    statement: 'The answer’s body is one well-formed JSON text in UTF-8.',
    consequence: 'No client can read the answer.',
  },
  'RESP-04': {
    level: 'should',
    source: { rows: ['table-4'], also: RFC8259('4') },
    statement: 'No name is repeated within an object of the answer.',
    consequence: 'Two parsers read two different answers in the same bytes.',
  },
  'RESP-05': {
    level: 'must',
    source: { rows: ['table-4'], also: RFC8259('8.1') },
    statement: 'The answer does not begin with a byte-order mark.',
    consequence: 'Strict parsers refuse the whole answer.',
  },
  'RESP-06': {
    level: 'must',
    source: { rows: ['table-4/member'], also: API_DEFINITION },
    statement: 'The answer is an object whose member is an object.',
    consequence: 'Clients find nothing where the record belongs.',
  },
  'RESP-07': {
    level: 'should',
    source: {
      rows: ['status-200', 'table-4'],
      quote: 'Tables 4 and 5 list all that an answer holds, and neither a token nor a trace is among it.',
    },
    statement: 'The answer to an update carries neither the caller’s token nor inner workings of the server.',
    consequence: 'Secrets end up in the logs of everybody who logs answers.',
  },

  // Table 5
  'MEMB-01': {
    level: 'must',
    source: { rows: ['table-5/status'], also: API_DEFINITION },
    statement: 'member.status is there.',
    consequence: 'A caller cannot tell what its update led to.',
  },
  'MEMB-02': {
    level: 'must',
    source: { rows: ['table-5/status'], also: API_DEFINITION },
    statement: 'member.status is one of the strings pending, accepted and rejected.',
    consequence: 'Typed clients fail to read the answer, or read a status that they do not know.',
  },
  'MEMB-03': {
    level: 'must',
    source: { rows: ['table-5/created_at'] },
    statement: 'member.created_at, where present, is a string.',
    consequence: 'Typed clients fail to read the whole answer.',
  },
  'MEMB-04': {
    level: 'must',
    source: { rows: ['table-5/created_at', 'example-response'] },
    statement: 'member.created_at is a possible time in one of the documented forms.',
    consequence: 'Callers cannot read when the backup was shared, or read a wrong time.',
  },
  'MEMB-05': {
    level: 'must',
    source: { rows: ['table-5/updated_at'] },
    statement: 'member.updated_at, where present, is a string.',
    consequence: 'Typed clients fail to read the whole answer.',
  },
  'MEMB-06': {
    level: 'must',
    source: { rows: ['table-5/updated_at', 'example-response'] },
    statement: 'member.updated_at is a possible time in one of the documented forms.',
    consequence: 'Callers cannot read when the share was updated, or read a wrong time.',
  },
  'MEMB-07': {
    level: 'must',
    source: { rows: ['table-5/backup_id'] },
    statement: 'member.backup_id, where present, is a string.',
    consequence: 'Typed clients fail to read the whole answer.',
  },
  'MEMB-08': {
    level: 'must',
    source: { rows: ['table-5/backup_id'] },
    statement: 'member.backup_id is the backup_id of the request.',
    consequence: 'The caller is shown a backup that it did not ask about.',
  },
  'MEMB-09': {
    level: 'must',
    source: { rows: ['table-5/image_id'] },
    statement: 'member.image_id, where present, is a string.',
    consequence: 'Typed clients fail to read the whole answer.',
  },
  'MEMB-10': {
    level: 'must',
    source: { rows: ['table-5/dest_project_id'] },
    statement: 'member.dest_project_id, where present, is a string.',
    consequence: 'Typed clients fail to read the whole answer.',
  },
  'MEMB-11': {
    level: 'must',
    source: { rows: ['table-5/dest_project_id'] },
    statement: 'member.dest_project_id is the member’s project id.',
    consequence: 'The caller is shown a share that belongs to somebody else.',
  },
  'MEMB-12': {
    level: 'must',
    source: { rows: ['table-5/vault_id'] },
    statement: 'member.vault_id, where present, is a string.',
    consequence: 'Typed clients fail to read the whole answer.',
  },
  'MEMB-13': {
    level: 'must',
    source: { rows: ['table-5/vault_id'] },
    statement: 'After an accept, member.vault_id is the vault_id of the request.',
    consequence: 'The caller looks for its backup in the wrong vault.',
  },
  'MEMB-14': {
    level: 'must',
    source: { rows: ['table-5/id'] },
    statement: 'member.id, where present, is a string that is not empty.',
    consequence: 'Typed clients fail to read the whole answer, or cannot tell records apart.',
  },
  'MEMB-15': {
    level: 'must',
    source: { rows: ['table-5/id'] },
    statement:
      'member.id stays the same from the share’s creation through its update to every later reading.',
    consequence: 'What a client stored as the record’s id no longer finds it.',
  },
  'MEMB-16': {
    level: 'must',
    source: { rows: ['table-5/created_at'] },
    statement:
      'member.created_at stays the same from the share’s creation through its update to every later reading.',
    consequence: 'The time at which the backup was shared changes as one looks.',
  },
  'MEMB-17': {
    level: 'should',
    source: { rows: ['table-5/created_at', 'example-response'] },
    statement: 'member.created_at is there, as in the example.',
    consequence: 'Callers written after the example find nothing where they look.',
  },
  'MEMB-18': {
    level: 'should',
    source: { rows: ['table-5/backup_id', 'example-response'] },
    statement: 'member.backup_id is there, as in the example.',
    consequence: 'Callers written after the example find nothing where they look.',
  },
  'MEMB-19': {
    level: 'should',
    source: { rows: ['table-5/dest_project_id', 'example-response'] },
    statement: 'member.dest_project_id is there, as in the example.',
    consequence: 'Callers written after the example find nothing where they look.',
  },
  'MEMB-20': {
    level: 'should',
    source: { rows: ['table-5/vault_id', 'example-response'] },
    statement: 'After an accept, member.vault_id is there, as in the example.',
    consequence: 'The caller is not told where its backup is stored.',
  },
  'MEMB-21': {
    level: 'should',
    source: { rows: ['table-5/id', 'example-response'] },
    statement: 'member.id is there, as in the example.',
    consequence: 'Callers written after the example find nothing where they look.',
  },
  'MEMB-22': {
    level: 'should',
    source: {
      rows: ['table-5/created_at', 'table-5/updated_at'],
      quote: 'created_at is when the share began, updated_at when it was changed, which cannot be earlier.',
    },
    statement: 'A share is not updated before it was created.',
    consequence: 'Callers that order events by time get them in the wrong order.',
  },
  'MEMB-23': {
    level: 'should',
    source: { rows: ['table-5/created_at'] },
    statement: 'created_at is the time at which the backup was shared; without a zone, in UTC.',
    consequence: 'Times are off by hours: callers take new shares for old ones, or for future ones.',
  },
  'MEMB-24': {
    level: 'should',
    source: { rows: ['table-5/updated_at'] },
    statement: 'updated_at, where present, moves on with the update and is the time of it.',
    consequence: 'Callers that poll for changes by update time miss this one.',
  },
  'MEMB-25': {
    level: 'observe',
    source: {
      rows: ['table-5'],
      quote: 'Table 5 lists the fields, and says of none whether it is always there.',
    },
    statement: 'Which fields an answer has: optional ones, and ones that Table 5 does not list.',
    consequence: 'Clients that rely on an unlisted field work with this server alone.',
  },
  'MEMB-26': {
    level: 'observe',
    source: { rows: ['table-5/created_at', 'table-5/updated_at', 'example-response'] },
    statement: 'Which of the documented forms of a time the server uses.',
    consequence: 'The page shows two forms; clients must be ready for both.',
  },
  'MEMB-27': {
    level: 'observe',
    source: { rows: ['table-5/vault_id'] },
    statement: 'What vault_id is after a reject.',
    consequence: 'The page does not say; clients must not rely on it.',
  },

  'MEMB-28': {
    level: 'must',
    source: { rows: ['table-5'], quote: 'Table 5 gives the name of each field.' },
    statement: 'Every documented field that an answer tells stands under its documented name.',
    consequence: 'Clients written after the documentation find nothing where they look, though it is there.',
  },

  'MEMB-29': {
    level: 'must',
    source: {
      rows: ['table-5/image_id', 'table-3'],
      quote: 'Table 3 lists what a caller can set, and Table 5 calls image_id what an image made it.',
    },
    statement: 'member.image_id is not taken from the body of an update.',
    consequence: 'A member names any image as the one that was made from the backup.',
  },

  // Status handling
  'STAT-01': {
    level: 'must',
    source: { rows: ['function', 'example-request'] },
    statement: 'Accepting a pending share with a vault_id of the member’s works.',
    consequence: 'The operation does not do what it is for.',
  },
  'STAT-02': {
    level: 'must',
    source: { rows: ['table-3/accept-rule'] },
    statement: 'Rejecting a pending share without vault_id works.',
    consequence: 'A member cannot turn a share down.',
  },
  'STAT-03': {
    level: 'must',
    source: { rows: ['function', 'table-5/status'] },
    statement: 'The answer’s status is the one that was asked for.',
    consequence: 'The caller is told something else than what it did.',
  },
  'STAT-04': {
    level: 'must',
    source: { rows: ['function', 'table-3/status'] },
    statement: 'After an accept, the share reads as accepted.',
    consequence: 'The decision is confirmed and lost.',
  },
  'STAT-05': {
    level: 'must',
    source: { rows: ['function', 'table-3/status'] },
    statement: 'After a reject, the share reads as rejected.',
    consequence: 'The decision is confirmed and lost.',
  },
  'STAT-06': {
    level: 'must',
    source: { rows: ['table-3/vault_id', 'table-5/vault_id'] },
    statement: 'After an accept, the share reads as stored in the vault of the request.',
    consequence:
      'The update was carried out in part: the status is there, the backup is not where it was to be stored, as far as one can see.',
  },
  'STAT-07': {
    level: 'must',
    source: { rows: ['error-codes'], also: RFC9110('15.5') },
    statement: 'A refused request changes nothing.',
    consequence: 'A caller that is told “no” has changed the share all the same.',
  },
  'STAT-08': {
    level: 'must',
    source: { rows: ['uri/method'], also: RFC9110('9.2.2') },
    statement: 'The same update sent twice leaves what it left when sent once.',
    consequence: 'A client that repeats a call after a lost connection breaks the share.',
  },
  'STAT-09': {
    level: 'should',
    source: {
      rows: ['function'],
      also: "the provider's Terraform code rejects an accepted share on destroy",
    },
    statement: 'A share that was accepted can be rejected.',
    consequence: 'Resources made with the provider’s own Terraform code cannot be destroyed.',
  },
  'STAT-10': {
    level: 'must',
    source: {
      rows: ['function', 'table-1/member_id'],
      quote: 'The member_id in the path names the one share that is updated.',
    },
    statement: 'An update changes no share of the same backup with another member.',
    consequence: 'One member decides for another.',
  },
  'STAT-11': {
    level: 'must',
    source: {
      rows: ['function', 'table-1/backup_id'],
      quote: 'The backup_id in the path names the one share that is updated.',
    },
    statement: 'An update, taken or refused, changes no other share.',
    consequence: 'A decision about one backup is carried out on others.',
  },
  'STAT-12': {
    level: 'observe',
    source: { rows: ['function'] },
    statement: 'How a second, equal update is answered.',
    consequence: 'Clients that repeat a call must be ready for a refusal.',
  },
  'STAT-13': {
    level: 'observe',
    source: { rows: ['function'] },
    statement: 'Whether a share that was rejected can be accepted.',
    consequence: 'The page does not say; clients must not rely on it.',
  },
  'STAT-14': {
    level: 'observe',
    source: { rows: ['function', 'table-3/vault_id'] },
    statement: 'How long it takes until an update is read back.',
    consequence: 'Clients that read at once after a write must be ready for the old state.',
  },
  'STAT-15': {
    level: 'must',
    source: { rows: ['function', 'table-1/backup_id'], also: RFC9110('3.3') },
    statement: 'Updates of different shares at the same time are carried out each as if it were alone.',
    consequence: 'Two calls that meet are mixed up: a share gets the decision about another one.',
  },
  'STAT-16': {
    level: 'must',
    source: { rows: ['function', 'table-3/status', 'table-5/status'] },
    statement:
      'A request of which the page says nothing is, where it is answered 200, carried out as what it says, or answered with the share as it was.',
    consequence: 'The caller is told that its decision was stored, and another one was.',
  },
  'STAT-17': {
    level: 'must',
    source: {
      rows: ['function', 'table-1/member_id'],
      quote:
        'The member_id in the path names the one share that is updated: what another member decided is no condition.',
    },
    statement: 'That one member has accepted or rejected a backup keeps no other member from accepting it.',
    consequence: 'Of several projects with which a backup is shared, only the first one can use it.',
  },
  'STAT-18': {
    level: 'must',
    source: {
      rows: ['function'],
      quote: 'Each of the two updates the status; none of them leaves something that was not asked for.',
    },
    statement: 'Two updates of one share at the same time leave it as one of them alone would.',
    consequence:
      'A client that sends twice, or two users at once, leave a share that is neither accepted nor rejected.',
  },

  // Tenancy
  'TEN-01': {
    level: 'must',
    source: { rows: ['function', 'authorization'], also: OTHER_EDITIONS },
    statement: 'The owner of the backup cannot decide for the member.',
    consequence: 'An owner can push backups into other people’s vaults.',
  },
  'TEN-02': {
    level: 'must',
    source: { rows: ['authorization', 'table-1/project_id'], also: OTHER_EDITIONS },
    statement: 'Neither owner nor outsider can act in the member’s project path with a token of their own.',
    consequence: 'Any customer’s token works in every project.',
  },
  'TEN-03': {
    level: 'must',
    source: { rows: ['authorization', 'table-1/member_id'], also: OTHER_EDITIONS },
    statement: 'A project with which the backup is not shared cannot decide about the share.',
    consequence: 'Strangers accept or reject other people’s shares.',
  },
  'TEN-04': {
    level: 'should',
    source: {
      rows: ['authorization', 'error-codes'],
      quote:
        'Authorization is about who may act, and a refusal that shows a record hands out what it refuses. No row says so: any owner of data needs it.',
    },
    statement:
      'A refusal to an outsider, or to a caller without a valid token, tells nothing of the share: neither its record nor its vault.',
    consequence: 'Strangers learn of other people’s backups by asking.',
  },
  'TEN-05': {
    level: 'should',
    source: {
      rows: ['table-4', 'table-5'],
      quote: 'Table 5 describes the record of the member who asks, and of nobody else.',
    },
    statement:
      'The answer to a member tells nothing of the backup’s other members, and a refusal nothing of its owner.',
    consequence: 'Customers learn with whom else a backup is shared.',
  },

  // Refusals
  'REF-01': {
    level: 'must',
    source: { rows: ['error-codes'], also: RFC9110('15.5 and 15.6') },
    statement: 'A mistake of the caller’s is answered 4xx, never 5xx.',
    consequence: 'Callers repeat what can never work, and operators are woken for mistakes of others.',
  },
  'REF-02': {
    level: 'must',
    source: { rows: ['error-codes'], also: RFC9110('15.4') },
    statement: 'A mistake of the caller’s is not answered with a redirect.',
    consequence: 'Clients follow it and take the page behind it for success.',
  },
  'REF-03': {
    level: 'must',
    source: { rows: ['error-codes'], also: RFC9110('3.4') },
    statement: 'Every request is answered with a complete response: no hang-up, no silence, no broken HTTP.',
    consequence: 'The caller cannot know whether its decision was stored, and its client hangs.',
  },
  'REF-04': {
    level: 'should',
    source: { rows: ['error-codes'], also: ERROR_CODES },
    statement: 'A refusal has a JSON body in one of the provider’s error shapes, with a code and a message.',
    consequence: 'SDKs raise an error without a reason in it.',
  },
  'REF-05': {
    level: 'should',
    source: { rows: ['error-codes'], also: RFC9110('8.3') },
    statement: 'A refusal’s JSON body is sent under a JSON Content-Type.',
    consequence: 'Clients that look at the type do not read the reason.',
  },
  'REF-06': {
    level: 'should',
    source: { rows: ['error-codes'], also: ERROR_CODES },
    statement:
      'An error code of the service is one of the documented ones, under its documented HTTP status.',
    consequence: 'Callers that look the code up find nothing, or something else.',
  },
  'REF-07': {
    level: 'should',
    source: { rows: ['error-codes'], also: ERROR_CODES },
    statement: 'An error code of the service fits the mistake.',
    consequence: 'The caller looks for its mistake in the wrong place.',
  },
  'REF-08': {
    level: 'should',
    source: {
      rows: ['error-codes', 'table-2/X-Auth-Token'],
      quote:
        'The token opens the caller’s project. No row says that it stays out of answers: any caller needs it.',
    },
    statement: 'A refusal does not repeat the caller’s token.',
    consequence: 'Tokens end up in the logs of everybody who logs errors.',
  },
  'REF-09': {
    level: 'should',
    source: {
      rows: ['error-codes'],
      quote: 'A refusal is written for the caller. No row says what it must not show: any operator needs it.',
    },
    statement: 'A refusal shows no inner workings: no stack trace, file path, query or failure within.',
    consequence: 'Attackers learn how the server is built, and callers learn nothing.',
  },
  'REF-11': {
    level: 'should',
    source: { rows: ['error-codes'], also: RFC9110('15.5.2, 15.5.8 and 15.5.9') },
    statement:
      'With a valid token, no refusal is a 407 or 408, and none of a body or of a decision a 401: they ask for a token or another try.',
    consequence: 'Client libraries renew their token, or send again, what can never be taken.',
  },
  'REF-10': {
    level: 'observe',
    source: {
      rows: ['error-codes', 'status-200'],
      quote: '“See Error Codes” leaves open which of them comes when.',
    },
    statement: 'Which status codes, error shapes and error codes refusals use.',
    consequence: 'The page lists none; clients must be ready for what the server does.',
  },
} as const satisfies Record<string, Requirement>;

export type RequirementId = keyof typeof REQUIREMENTS;

export const REQUIREMENT_IDS = Object.keys(REQUIREMENTS) as RequirementId[];

/** The catalogue's entry, without the literal types that `as const` gives each one. */
export function requirement(id: RequirementId): Requirement {
  return REQUIREMENTS[id];
}

export function isRequirementId(id: string): id is RequirementId {
  return Object.hasOwn(REQUIREMENTS, id);
}

/** The table a requirement comes from first, as the tag `--grep @table-3` selects by. */
export function tableTag({ source }: Requirement): string | undefined {
  return source.rows.map((row) => /^table-\d/.exec(row)?.[0]).find((table) => table !== undefined);
}

/** `Table 3, vault_id; RFC 9110, section 15.5` */
export function describeSource({ rows, also }: Source): string {
  const pageRows = rows.map((row) => {
    const [place = '', name] = row.split('/');
    const title = place
      .replace(/^table-(\d)$/, 'Table $1')
      .replace(/^status-200$/, 'Status code 200')
      .replace(/^uri$/, 'URI');
    const sentence = title.charAt(0).toUpperCase() + title.slice(1).replaceAll('-', ' ');
    return name ? `${sentence}, ${name}` : sentence;
  });
  return [...pageRows, ...(also ? [also] : [])].join('; ');
}
