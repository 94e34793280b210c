import { isObject } from '../member.ts';
import type { RequirementId } from '../requirements.ts';
import type { TableName } from '../tables.ts';

export { isObject };

/** A schema object of the contract, as far as the contract uses JSON Schema and its own annotations. */
export interface Schema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  title?: string;
  description?: string;
  examples?: unknown[];
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minProperties?: number;
  maxProperties?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  'x-requirement'?: RequirementId | Record<string, RequirementId | Record<string, RequirementId>>;
  'x-expected'?: string[];
  'x-echo'?: Echo;
  'x-constant'?: boolean;
  'x-form'?: string;
  'x-refers-to'?: Partial<Record<'unknown' | 'foreign', RequirementId>>;
  'x-open'?: Case[];
  'x-taken'?: Case[];
}

export interface Echo {
  /** A runtime expression of OpenAPI: `$request.path.backup_id`, `$request.body#/vault_id`. */
  of: string;
  ignoreCase?: boolean;
}

/** Values that meet a schema, and who says what comes of them. */
export interface Case {
  requirement: RequirementId;
  if: Schema;
}

/**
 * Keywords that a value can break: each names the requirement that is then broken. `properties` stands for the
 * names themselves and is one of them only where `x-requirement` says so: what an answer tells under another name
 * breaks it, while a request may hold further names.
 */
export const ASSERTIONS = [
  'type',
  'const',
  'enum',
  'pattern',
  'format',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minProperties',
  'maxProperties',
  'anyOf',
  'oneOf',
  'not',
  'additionalProperties',
  'x-echo',
  'x-constant',
] as const;

/** Assertions that list names: each name is one of its own. */
export const LISTS = ['required', 'x-expected'] as const;

/** Keywords that lead to other schemas and say nothing by themselves. */
export const APPLICATORS = ['properties', '$ref', '$defs', 'if', 'then', 'else', 'allOf'] as const;

/**
 * What the contract says beyond JSON Schema; `annotations.schema.json` says how each is written.
 * A validator that does not know them may pass them over.
 */
export const ANNOTATIONS = {
  'x-requirement': 'which requirement each keyword beside it belongs to',
  'x-expected': 'names that callers can expect, though the page does not demand them: no part of validity',
  'x-echo': 'the value of the request that this one repeats: no part of validity',
  'x-constant': 'the value stays as it was when the share was created; held over several answers',
  'x-form': 'the form that pattern or format describes, in words',
  'x-refers-to': 'the value names something that must exist, and be the caller’s',
  'x-open': 'values whose effect the contract leaves open, whatever else is said about them',
  'x-taken': 'values that must be taken',
} as const;

/** Annotations of JSON Schema, for people and for samples. */
export const DESCRIPTIONS = ['$schema', '$id', 'title', 'description', 'examples'] as const;

/** What keeps the contract from being one: where it stands, and what to do. */
export interface ContractProblem {
  /** The file, from the root of the project. */
  file: string;
  /** JSON pointer within it. */
  pointer: string;
  problem: string;
  remedy: string;
}

export const describeProblem = ({ file, pointer, problem, remedy }: ContractProblem): string =>
  `${file}#${pointer}: ${problem}. ${remedy}.`;

export type Tables = Readonly<Record<TableName, Schema>>;

/** One step of a JSON pointer (RFC 6901, section 3). */
export const step = (name: string | number): string =>
  `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

const read = new Map<string, readonly string[]>();

/** The names in a JSON pointer; the same few are asked for again and again. */
function names(pointer: string): readonly string[] {
  const known = read.get(pointer);
  if (known) return known;
  const [, ...parts] = pointer.split('/');
  const found = parts.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  read.set(pointer, found);
  return found;
}

/** What a JSON pointer leads to in a value, `undefined` where it leads nowhere. */
export function at(value: unknown, pointer: string): unknown {
  let inner = value;
  for (const name of names(pointer)) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, name)) return undefined;
    inner = (inner as Record<string, unknown>)[name];
  }
  return inner;
}

/** A copy of a value in which something else stands at a JSON pointer; objects on the way are made. */
export function put(value: unknown, pointer: string, replacement: unknown): unknown {
  const [name, ...rest] = names(pointer);
  if (name === undefined) return replacement;
  const holder = isObject(value) ? value : {};
  const inner = put(holder[name], rest.map(step).join(''), replacement);
  // A name such as __proto__ must become a name like any other.
  return Object.fromEntries([...Object.entries(holder).filter(([key]) => key !== name), [name, inner]]);
}

/** The schema that a reference leads to: another table by its `$id`, or a place in the same document. */
export function resolve(tables: Tables, document: Schema, reference: string): Schema | undefined {
  const [file = '', pointer = ''] = reference.split('#');
  const target = file === '' ? document : Object.values(tables).find(({ $id }) => $id === file);
  const found = target && at(target, pointer);
  return isObject(found) ? (found as Schema) : undefined;
}
