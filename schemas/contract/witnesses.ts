import { EXAMPLE_PATH, EXAMPLE_REQUEST, EXAMPLE_RESPONSE } from '../examples.ts';
import type { TableName } from '../tables.ts';
import type { Contract } from './contract.ts';
import type { RequestValues } from './echo.ts';
import type { Rule } from './rules.ts';
import { at, isObject, put, type Schema } from './schema.ts';

/** A value that a contract is asked about, to see whether another one says something else of it. */
export interface Witness {
  table: TableName;
  value: unknown;
  request?: RequestValues;
}

/** On the page, project and member are one id: here each is told apart from the others. */
const PATH = { ...EXAMPLE_PATH, project_id: '0123456789abcdef0123456789abcdef' };
const ACCEPT: RequestValues = { path: PATH, body: EXAMPLE_REQUEST };
const ACCEPTED = {
  member: {
    ...EXAMPLE_RESPONSE.member,
    updated_at: '2020-02-24T09:36:00.479+00:00',
    image_id: 'd5a1b2c3',
    backup_id: EXAMPLE_PATH.backup_id,
    dest_project_id: EXAMPLE_PATH.member_id,
  },
};
const REJECTED = { member: { ...ACCEPTED.member, status: 'rejected', vault_id: '' } };
const { vault_id: VAULT } = EXAMPLE_REQUEST;

/** The values of each table that the others are made from; Table 5 is judged within Table 4. */
const SAMPLES: Readonly<Record<TableName, readonly Omit<Witness, 'table'>[]>> = {
  'table-1': [{ value: EXAMPLE_PATH }],
  'table-2': [{ value: { 'X-Auth-Token': 'a token' } }],
  'table-3': [
    { value: EXAMPLE_REQUEST },
    { value: { status: 'rejected' } },
    { value: { status: 'pending' } },
    { value: { status: 'rejected', vault_id: VAULT } },
    { value: { status: 'deleted', vault_id: VAULT } },
    { value: { vault_id: VAULT } },
  ],
  'table-4': [
    { value: ACCEPTED, request: ACCEPT },
    { value: REJECTED, request: { path: PATH, body: { status: 'rejected' } } },
    { value: ACCEPTED },
  ],
  'table-5': [],
  'error-body': [
    { value: { error_code: 'BackupService.9900', error_msg: 'no' } },
    { value: { error_code: 'APIG.0301', error_msg: 'no', request_id: '1f' } },
    { value: { error: { code: 401, message: 'no', title: 'Unauthorized' } } },
    { value: { error: { code: 401, message: 'no' }, request_id: '1f' } },
    { value: { unauthorized: { code: '401', message: 'no' } } },
    ...[null, [], 'no', 7].map((value) => ({ value })),
  ],
};

/** The samples of a table, and for every keyword of it values at its borders. */
export function witnessesOf(contract: Contract, table: TableName): Witness[] {
  const samples = SAMPLES[table];
  const rules = contract.rulesOf(table);
  const around = samples.flatMap(({ value, ...rest }) => [
    ...rules.flatMap((rule) =>
      spoil(rule, at(value, rule.instance)).map((wrong) => ({
        table,
        value: put(value, rule.instance, wrong),
        ...rest,
      })),
    ),
    ...(table === 'error-body' ? withinShapes(value).map((wrong) => ({ table, value: wrong, ...rest })) : []),
  ]);
  return [...samples.map((sample) => ({ table, ...sample })), ...around];
}

/** Values on both sides of one keyword's border, made from a right one. */
function spoil({ keyword, schema, name = '' }: Rule, was: unknown): unknown[] {
  const text = typeof was === 'string' ? was : 'x';
  switch (keyword) {
    case 'type':
      return [null, 1, true, [was], { value: was }, 'x'];
    case 'enum':
      return [...wordsOf(schema), 'deleted', text.toUpperCase(), ''];
    case 'pattern':
      return [...spellings(text), '', `${text}0`, text.slice(0, -1), '1234'];
    case 'format':
      return ['soon', '2020-02-31T25:61:00', 'a@b.example'];
    case 'minLength':
      return ['', 'x', 'x'.repeat((schema.minLength ?? 1) - 1), 'x'.repeat(schema.minLength ?? 1)];
    case 'maxLength':
      return ['x'.repeat((schema.maxLength ?? 0) + 1)];
    case 'x-echo':
      return [
        text.replace(/[0-9a-f]/, (digit) => (digit === '1' ? '2' : '1')),
        text.toUpperCase(),
        ...wordsOf(schema),
      ];
    case 'additionalProperties':
      return isObject(was) ? [{ ...was, _: 1 }] : [];
    case 'required':
    case 'x-expected':
      return isObject(was) ? [without(was, name)] : [];
    case 'properties':
      return isObject(was) ? [{ ...without(was, name), [name.toUpperCase()]: was[name] }] : [];
    default:
      return [];
  }
}

const wordsOf = (schema: Schema): unknown[] => [...(schema.enum ?? [])];

/** One id in the ways in which clients write it. */
const spellings = (id: string) => [
  id.toUpperCase(),
  id.replaceAll('-', ''),
  `{${id}}`,
  id.replace(/^./, 'g'),
];

function without(value: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}

/** An error body with each of its values, at every depth, missing, empty, or of another type. */
function withinShapes(value: unknown): unknown[] {
  if (!isObject(value)) return [];
  return [
    { ...value, further: 1 },
    { ...value, further: { code: '1', message: 'x' } },
    ...Object.keys(value).flatMap((name) => [
      without(value, name),
      ...['', 'x', null, 7, true, [], {}, undefined].map((wrong) => ({ ...value, [name]: wrong })),
      ...withinShapes(value[name]).map((inner) => ({ ...value, [name]: inner })),
    ]),
  ];
}
