import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ANNOTATION_SCHEMA from '../annotations.schema.json' with { type: 'json' };
import type { TableName } from '../tables.ts';
import { parseTimestamp } from '../timestamp.ts';
import { ANNOTATIONS, resolve, type Schema, type Tables } from './schema.ts';

/** Why Ajv does not take a table, and where in it. */
export interface Refused {
  pointer: string;
  reason: string;
}

const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: true,
  // Done beforehand, with the place of what is wrong.
  validateSchema: false,
  // Table 3 lists vault_id in a `then`; that every name is a property is seen to elsewhere.
  strictRequired: false,
  // A value without a type is a weaker contract, and a contract all the same.
  strictTypes: false,
  allowUnionTypes: true,
});
/** Conditions stand within a schema that was looked over already, and has said what they are about. */
const conditions = new Ajv2020({ strict: false, validateSchema: false });
for (const judge of [ajv, conditions]) {
  addFormats.default(judge);
  judge.addFormat('cbr-timestamp', {
    type: 'string',
    validate: (text: string) => parseTimestamp(text) !== null,
  });
  judge.addVocabulary(Object.keys(ANNOTATIONS));
}

interface Compiled {
  documents: readonly Schema[];
  validate: ValidateFunction | Refused;
}
const compiled = new WeakMap<Schema, Compiled>();
const found = new WeakMap<Tables, Map<TableName, ValidateFunction | Refused>>();

/** A table's validator, or why there is none. Compiled when it is first asked for, and once for the same documents. */
export function validatorOf(tables: Tables, table: TableName): ValidateFunction | Refused {
  const ofTables = found.get(tables) ?? new Map<TableName, ValidateFunction | Refused>();
  found.set(tables, ofTables);
  const validate = ofTables.get(table) ?? compileOnce(tables, table);
  ofTables.set(table, validate);
  return validate;
}

function compileOnce(tables: Tables, table: TableName): ValidateFunction | Refused {
  const documents = [tables[table], ...othersOf(tables, tables[table])];
  const known = compiled.get(tables[table]);
  if (known?.documents.every((document, index) => document === documents[index])) return known.validate;
  const validate = compile(documents);
  compiled.set(tables[table], { documents, validate });
  return validate;
}

function compile([main = {}, ...others]: readonly Schema[]): ValidateFunction | Refused {
  try {
    for (const other of others) ajv.addSchema(other);
    return ajv.compile(main);
  } catch (error) {
    const { message } = error as Error;
    const [, pointer = ''] = /at "[^"#]*#?([^"]*)"/.exec(message) ?? [];
    return { pointer, reason: message };
  } finally {
    for (const document of [main, ...others]) ajv.removeSchema(document);
  }
}

/** The other tables that a table refers to. */
function othersOf(tables: Tables, document: Schema): Schema[] {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"#]+)/g)];
  return references.flatMap(([, file = '']) => {
    const other = resolve(tables, document, file);
    return other ? [other, ...othersOf(tables, other)] : [];
  });
}

export const isRefused = (validator: ValidateFunction | Refused): validator is Refused =>
  typeof validator !== 'function';

const byObject = new WeakMap<Schema, (value: unknown) => boolean>();
const byText = new Map<string, (value: unknown) => boolean>();

/** Whether a value meets a schema that stands within a table, such as a condition or a property. */
export function matches(schema: Schema, value: unknown): boolean {
  const known = byObject.get(schema);
  if (known) return known(value);
  const text = JSON.stringify(schema);
  const meets = byText.get(text) ?? compileCondition(JSON.parse(text));
  byText.set(text, meets);
  byObject.set(schema, meets);
  return meets(value);
}

/** What is no schema, nothing meets: that it is none is told elsewhere. */
function compileCondition({ $id: _id, ...schema }: Schema): (value: unknown) => boolean {
  try {
    const validate = conditions.compile(schema);
    return (value) => validate(value) === true;
  } catch {
    return () => false;
  }
}

/** Where and why the meta-schema of JSON Schema refuses a schema; `undefined` where it takes it. */
export function refusedBySchema(schema: object): Refused | undefined {
  if (sound.has(schema)) return undefined;
  if (!conditions.validateSchema(schema)) return firstOf(conditions.errors);
  sound.add(schema);
  return undefined;
}
const sound = new WeakSet<object>();

let annotated: ValidateFunction | undefined;

/** The same for the annotations of one schema object, those of the schemas in it not included. */
export function refusedAnnotation(schema: object): Refused | undefined {
  annotated ??= ajv.compile(ANNOTATION_SCHEMA);
  return annotated(schema) ? undefined : firstOf(annotated.errors);
}

function firstOf(errors: readonly ErrorObject[] | null | undefined): Refused {
  const [error] = (errors ?? []).toSorted((a, b) => b.instancePath.length - a.instancePath.length);
  const { instancePath: pointer = '', message: reason = 'is no schema' } = error ?? {};
  return { pointer, reason };
}

export function errorsOf(validate: ValidateFunction, value: unknown): readonly ErrorObject[] {
  return validate(value) ? [] : (validate.errors ?? []);
}
