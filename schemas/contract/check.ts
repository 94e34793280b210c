import { isRequirementId } from '../requirements.ts';
import { TABLE_FILES, type TableName } from '../tables.ts';
import { readExpression } from './echo.ts';
import {
  ANNOTATIONS,
  APPLICATORS,
  ASSERTIONS,
  type ContractProblem,
  DESCRIPTIONS,
  LISTS,
  resolve,
  type Schema,
  step,
  type Tables,
} from './schema.ts';
import { isRefused, matches, refusedAnnotation, refusedBySchema, validatorOf } from './validators.ts';

const KNOWN = new Set<string>([
  ...ASSERTIONS,
  ...LISTS,
  ...APPLICATORS,
  ...Object.keys(ANNOTATIONS),
  ...DESCRIPTIONS,
]);

/**
 * Everything that keeps the tables from being a contract: words that nothing here understands, annotations that
 * lead nowhere, what Ajv refuses, and what contradicts itself.
 * @returns whether they are schemas at all, so that they can be walked
 */
export function checkTables(tables: Tables, problems: ContractProblem[]): boolean {
  const entries = Object.entries(tables) as [TableName, Schema][];
  const reporterOf = (table: TableName) => (pointer: string, problem: string, remedy: string) => {
    problems.push({ file: TABLE_FILES[table], pointer, problem, remedy });
  };
  for (const [table, document] of entries) {
    const refused = refusedBySchema(document);
    if (refused) reporterOf(table)(refused.pointer, refused.reason, AS_SCHEMA);
  }
  if (problems.length > 0) return false;
  for (const [table, document] of entries) {
    const report = reporterOf(table);
    const found = problems.length;
    checkSchema({ tables, document, report }, document, '', new Set());
    if (problems.length > found) continue;
    // Ajv stops at the first mistake, and tells in its own words what was told already.
    const validator = validatorOf(tables, table);
    if (isRefused(validator)) report(validator.pointer, validator.reason, AS_SCHEMA);
  }
  return problems.every(({ pointer }) => !pointer.endsWith('/$ref'));
}

const AS_SCHEMA = 'Write it as JSON Schema 2020-12, in the strict form that Ajv takes';

interface Context {
  tables: Tables;
  document: Schema;
  report: (pointer: string, problem: string, remedy: string) => void;
}

/** @param names properties that the schemas around it give the same value */
function checkSchema(context: Context, schema: Schema, pointer: string, names: ReadonlySet<string>): void {
  const { tables, document, report } = context;
  if (typeof schema === 'boolean') return;
  for (const keyword of Object.keys(schema).filter((key) => !KNOWN.has(key)))
    report(`${pointer}${step(keyword)}`, 'is not understood here', 'Take it out, or teach schemas/contract');
  const file = fileName(tables, document);
  if (pointer === '' && schema.$id !== file)
    report('/$id', `is not ${file}`, 'Name the file as references do');
  if (pointer === '' && schema.$schema !== 'https://json-schema.org/draft/2020-12/schema')
    report('/$schema', 'is not JSON Schema 2020-12', 'Name https://json-schema.org/draft/2020-12/schema');
  if (schema.$ref !== undefined && !resolve(tables, document, schema.$ref))
    report(`${pointer}/$ref`, 'leads nowhere', 'Refer to the $id of a table, or to a place in this file');

  const own = new Set([...names, ...Object.keys(schema.properties ?? {})]);
  checkValues(context, schema, pointer);
  checkNames(context, schema, pointer, own);

  const deeper = (child: Schema | undefined, place: string, around: ReadonlySet<string> = new Set()) => {
    if (child !== undefined) checkSchema(context, child, `${pointer}${place}`, around);
  };
  for (const [name, child] of Object.entries(schema.properties ?? {}))
    deeper(child, `/properties${step(name)}`);
  for (const [name, child] of Object.entries(schema.$defs ?? {})) deeper(child, `/$defs${step(name)}`);
  for (const keyword of ['if', 'then', 'else', 'not'] as const) deeper(schema[keyword], `/${keyword}`, own);
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const)
    (schema[keyword] ?? []).forEach((child, index) => {
      deeper(child, `/${keyword}/${index}`, own);
    });
  for (const keyword of ['x-open', 'x-taken'] as const)
    for (const [index, { if: condition }] of (schema[keyword] ?? []).entries())
      deeper(condition, `/${keyword}/${index}/if`, own);
  if (typeof schema.additionalProperties === 'object')
    deeper(schema.additionalProperties, '/additionalProperties');
  checkAnnotations(context, schema, pointer);
}

function fileName(tables: Tables, document: Schema): string | undefined {
  const name = (Object.keys(tables) as TableName[]).find((table) => tables[table] === document);
  return name && TABLE_FILES[name].split('/').at(-1);
}

/** Values that nothing could be: an empty list of words, a sample or a word that the schema itself refuses. */
function checkValues({ report }: Context, schema: Schema, pointer: string): void {
  if (Array.isArray(schema.enum)) {
    const { enum: words, ...rest } = schema;
    if (words.length === 0)
      report(`${pointer}/enum`, 'is empty, so that no value is right', 'List the words');
    for (const [index, word] of words.entries())
      if (!refersElsewhere(schema) && !matches(withoutId(rest), word))
        report(
          `${pointer}/enum/${index}`,
          `${JSON.stringify(word)} is refused by the keywords beside it`,
          'Change the word or the keyword',
        );
  }
  for (const keyword of ['pattern', 'format', 'minLength', 'maxLength'] as const)
    if (keyword in schema && schema.type !== undefined && ![schema.type].flat().includes('string'))
      report(
        `${pointer}/${keyword}`,
        'says something of strings, and type allows none',
        'Change one of them',
      );
  for (const [least, most] of [
    ['minLength', 'maxLength'],
    ['minProperties', 'maxProperties'],
  ] as const)
    if ((schema[least] ?? 0) > (schema[most] ?? Number.POSITIVE_INFINITY))
      report(`${pointer}/${least}`, `is more than ${most}`, 'No value is right: change one of them');
  for (const [index, example] of (schema.examples ?? []).entries())
    if (!refersElsewhere(schema) && !matches(withoutId(schema), example))
      report(
        `${pointer}/examples/${index}`,
        `${JSON.stringify(example)} is refused by the schema that it is an example of`,
        'Change the example, or the keyword that refuses it',
      );
}

const withoutId = ({ $id: _id, $schema: _schema, ...schema }: Schema): Schema => schema;
const refersElsewhere = (schema: Schema) => JSON.stringify(schema).includes('"$ref"');

/** Names in lists are those of properties. */
function checkNames({ report }: Context, schema: Schema, pointer: string, known: ReadonlySet<string>): void {
  for (const keyword of LISTS) {
    for (const [index, name] of (schema[keyword] ?? []).entries())
      if (!known.has(name))
        report(
          `${pointer}/${keyword}/${index}`,
          `${name} is no property`,
          'Add the property, or take the name out',
        );
  }
}

/** Each annotation stands where it says something, in the form that `annotations.schema.json` gives it. */
function checkAnnotations({ report, tables }: Context, schema: Schema, pointer: string): void {
  const misused: Misused = (keyword, problem) =>
    report(`${pointer}${keyword}`, problem, 'See schemas/annotations.schema.json for how it is used');
  const refused = refusedAnnotation(schema);
  if (refused) {
    misused(refused.pointer, refused.reason);
    return;
  }
  checkEcho(schema, tables, misused);
  for (const keyword of ['x-open', 'x-taken'] as const)
    for (const [index, { if: condition, requirement }] of (schema[keyword] ?? []).entries()) {
      if (!isRequirementId(requirement))
        misused(`/${keyword}/${index}/requirement`, `${requirement} is no requirement`);
      if (refusedBySchema(condition)) misused(`/${keyword}/${index}/if`, 'is no schema');
    }
  checkTaken(schema, misused);
}

type Misused = (keyword: string, problem: string) => void;

/** What is to come back was sent: in a row of the path's table, or of the body's. */
function checkEcho(schema: Schema, tables: Tables, misused: Misused): void {
  const echo = schema['x-echo'];
  const source = echo && readExpression(echo.of);
  if (!source) return;
  const [table, name] =
    'path' in source ? (['table-1', source.path] as const) : (['table-3', source.body.slice(1)] as const);
  if (!Object.hasOwn(tables[table].properties ?? {}, name))
    misused('/x-echo/of', `${name} is no row of ${table}`);
}

/** What is taken is a value that the property allows, and in one way alone. */
function checkTaken(schema: Schema, misused: Misused): void {
  const taken = schema['x-taken'] ?? [];
  for (const [index, { if: condition }] of taken.entries())
    for (const [name, { const: word }] of Object.entries(condition.properties ?? {})) {
      if (word === undefined) continue;
      const told = `${name} ${JSON.stringify(word)}`;
      if (!matches(schema.properties?.[name] ?? {}, word))
        misused(`/x-taken/${index}`, `takes ${told}, which the property itself refuses`);
      else if (taken.filter((other) => matches(other.if, { [name]: word })).length !== 1)
        misused(`/x-taken/${index}`, `is not the only one that takes ${told}`);
    }
}
