import { at, isObject, type Schema, step } from './schema.ts';

/** A document with one change in it. */
export interface Change {
  pointer: string;
  change: string;
  document: unknown;
}

type Edit = [change: string, value: unknown];

/** Told to people, and to no one else. */
const PROSE = ['$schema', 'title', 'description', 'summary', 'operationId', 'tags', 'info', 'servers'];
const GONE = Symbol('gone');

/** Every keyword of a table dropped, tightened and loosened, one at a time. */
export function tableChanges(document: Schema): Change[] {
  return schemasIn(document, '').flatMap(({ schema, pointer }) =>
    Object.entries(schema).flatMap(([keyword, value]) => {
      if (PROSE.includes(keyword) && !(keyword === 'title' && pointer.includes('$defs'))) return [];
      const place = `${pointer}${step(keyword)}`;
      return [...editsOf(keyword, value, schema), ['dropped', GONE] as Edit].map(([change, edited]) => ({
        pointer: place,
        change,
        document: set(document, place, edited),
      }));
    }),
  );
}

/** Every member of the OpenAPI document dropped, and every leaf of it altered. */
export function documentChanges(document: object): Change[] {
  const walk = (value: unknown, pointer: string): Change[] => {
    if (Array.isArray(value))
      return value.flatMap((_, index) => [
        {
          pointer: `${pointer}/${index}`,
          change: 'dropped',
          document: set(document, pointer, value.toSpliced(index, 1)),
        },
        ...inside(value, pointer),
      ]);
    if (isObject(value)) return inside(value, pointer);
    const other = typeof value === 'boolean' ? !value : `${String(value)}x`;
    return [{ pointer, change: `is ${JSON.stringify(other)}`, document: set(document, pointer, other) }];
  };
  const inside = (value: object, pointer: string): Change[] =>
    Object.entries(value)
      .filter(([key]) => !PROSE.includes(key) && key !== 'examples')
      .flatMap(([key, inner]) => {
        const place = `${pointer}${step(key)}`;
        const renamed = isObject(value) && isNaming(pointer) ? [rename(document, pointer, key)] : [];
        const dropped = Array.isArray(value)
          ? []
          : [{ pointer: place, change: 'dropped', document: drop(document, place) }];
        return [...dropped, ...renamed, ...walk(inner, place)];
      });
  return inside(document, '');
}

/** Where the keys of an object say something themselves. */
const isNaming = (pointer: string) =>
  pointer === '/paths' ||
  /^\/paths\/[^/]+$/.test(pointer) ||
  /\/(responses|content|headers|securitySchemes|security\/\d+)$/.test(pointer);

function rename(document: unknown, pointer: string, key: string): Change {
  const holder = at(document, pointer) as Record<string, unknown>;
  const other = /^\d/.test(key)
    ? String((Number.parseInt(key, 10) || 200) + 5)
    : key === 'put'
      ? 'patch'
      : `${key}x`;
  const entries = Object.entries(holder).map(([name, value]) => [name === key ? other : name, value]);
  return {
    pointer: `${pointer}${step(key)}`,
    change: `is ${other}`,
    document: set(document, pointer, Object.fromEntries(entries)),
  };
}

/** What a keyword can be instead: tighter, looser, or with one of its parts left out. */
function editsOf(keyword: string, value: unknown, schema: Schema): Edit[] {
  const list = Array.isArray(value) ? value : [];
  const shorter = list.map((one, index): Edit => [`without ${name(one)}`, list.toSpliced(index, 1)]);
  switch (keyword) {
    case 'type':
      return [
        ['another type', value === 'integer' ? 'string' : 'integer'],
        ['with null', [...[value].flat(), 'null']],
        ...(list.length > 1 ? shorter : []),
      ];
    case 'const':
      return [['another word', `${String(value)}x`]];
    case 'enum':
      return [...shorter, ['with expired', [...list, 'expired']], ['empty', []]];
    case 'pattern':
      return [
        ['tighter', '^[0-9]{4}$'],
        ['looser', '^'],
      ];
    case 'format':
      return [['another format', 'email']];
    case 'minLength':
      return [
        ['more', 400],
        ['less', 0],
      ];
    case 'minProperties':
    case 'maxProperties':
      return [
        ['more', Number(value) + 1],
        ['less', Number(value) - 1],
      ];
    case 'required':
    case 'x-expected': {
      const others = Object.keys(schema.properties ?? {}).filter((other) => !list.includes(other));
      return [...shorter, ...others.map((other): Edit => [`with ${other}`, [...list, other]])];
    }
    case 'examples':
      return [...shorter, ['with another', [...list, 'x']]];
    case 'anyOf':
    case 'oneOf':
    case 'allOf':
      return [...shorter, ...(keyword === 'anyOf' ? [['with anything', [...list, {}]] as Edit] : [])];
    case 'properties':
    case '$defs':
    case 'x-refers-to':
    case 'x-requirement':
      return isObject(value) ? membersOf(value, keyword) : [['another requirement', 'URI-01']];
    case 'additionalProperties':
      return [['closed', false]];
    case 'x-echo':
      return echoesOf(value as { of: string; ignoreCase?: boolean });
    case 'x-form':
      return [['other words', 'something else']];
    case 'x-constant':
      return [['false', false]];
    case '$id':
    case '$ref':
      return [['elsewhere', `${String(value)}x`]];
    case 'x-open':
    case 'x-taken':
      return [
        ...shorter.map(([, edited], index): Edit => [`without ${index}`, edited]),
        ...list.map(
          (entry, index): Edit => [
            `${index} under URI-02`,
            list.with(index, { ...entry, requirement: 'URI-02' }),
          ],
        ),
      ];
    default:
      return [];
  }
}

const name = (one: unknown) => (typeof one === 'object' ? JSON.stringify(one).slice(0, 40) : String(one));

function membersOf(value: Record<string, unknown>, keyword: string): Edit[] {
  return Object.keys(value).flatMap((key): Edit[] => {
    const { [key]: member, ...rest } = value;
    return [
      [`without ${key}`, rest],
      ...(keyword === 'properties' ? [[`${key} renamed`, { ...rest, [`${key}_`]: member }] as Edit] : []),
      ...(keyword === 'x-requirement' && typeof member === 'string'
        ? [[`${key} under URI-02`, { ...value, [key]: 'URI-02' }] as Edit]
        : []),
    ];
  });
}

function echoesOf(echo: { of: string; ignoreCase?: boolean }): Edit[] {
  const other = echo.of.includes('path') ? '$request.path.project_id' : '$request.path.backup_id';
  const { ignoreCase = false, ...rest } = echo;
  return [
    ['of another value', { ...echo, of: other === echo.of ? '$request.body#/status' : other }],
    ['of nothing', { ...echo, of: '$request.path.nothing' }],
    [ignoreCase ? 'to the letter' : 'in any case', ignoreCase ? rest : { ...rest, ignoreCase: true }],
  ];
}

/** Every schema object in a schema, itself first. */
function schemasIn(schema: Schema, pointer: string): { schema: Schema; pointer: string }[] {
  const map = (keyword: 'properties' | '$defs') =>
    Object.entries(schema[keyword] ?? {}).map(([key, child]) => [`/${keyword}${step(key)}`, child] as const);
  const children = [
    ...map('properties'),
    ...map('$defs'),
    ...(['if', 'then', 'else', 'not', 'additionalProperties'] as const).map(
      (keyword) => [`/${keyword}`, schema[keyword]] as const,
    ),
    ...(['allOf', 'anyOf', 'oneOf'] as const).flatMap((keyword) =>
      (schema[keyword] ?? []).map((child, index) => [`/${keyword}/${index}`, child] as const),
    ),
    ...(['x-open', 'x-taken'] as const).flatMap((keyword) =>
      (schema[keyword] ?? []).map((entry, index) => [`/${keyword}/${index}/if`, entry.if] as const),
    ),
  ];
  return [
    { schema, pointer },
    ...children.flatMap(([place, child]) =>
      isObject(child) ? schemasIn(child as Schema, `${pointer}${place}`) : [],
    ),
  ];
}

/**
 * A copy in which something else, or nothing, stands at a JSON pointer. What does not change stays the same object,
 * so that what was made of it serves again.
 */
function set(document: unknown, pointer: string, value: unknown): unknown {
  const [, first, ...rest] = pointer.split('/');
  if (first === undefined) return value;
  const key = first.replaceAll('~1', '/').replaceAll('~0', '~');
  const copy = (Array.isArray(document) ? [...document] : { ...(document as object) }) as Record<
    string,
    unknown
  >;
  const inner = set(copy[key], rest.map((part) => `/${part}`).join(''), value);
  if (inner === GONE) delete copy[key];
  else copy[key] = inner;
  return copy;
}

const drop = (document: unknown, pointer: string) => set(document, pointer, GONE);
