import { isRequirementId, type RequirementId } from '../requirements.ts';
import { TABLE_FILES, type TableName } from '../tables.ts';
import {
  ASSERTIONS,
  type ContractProblem,
  isObject,
  LISTS,
  resolve,
  type Schema,
  step,
  type Tables,
} from './schema.ts';

/** One keyword of the contract that a value can break, and the requirement that it then breaks. */
export interface Rule {
  table: TableName;
  /** Where the keyword is reached from its table: `/properties/member/$ref/properties/status/enum`. */
  pointer: string;
  /** Where the keyword is written: `table-5#/properties/status/enum`. */
  home: string;
  keyword: string;
  /** For keywords that list names: the one that this rule is about. */
  name?: string;
  /** Where the value stands that it judges: `/member/status`. */
  instance: string;
  /** The schema object it stands in; being the same object ties it to Ajv's errors. */
  schema: Schema;
  requirement: RequirementId;
  /** Holds only where these values meet these schemas. */
  when: readonly Condition[];
}

/** The `if` that a rule stands under. */
export interface Condition {
  instance: string;
  schema: Schema;
}

interface Place {
  table: TableName;
  pointer: string;
  instance: string;
  when: readonly Condition[];
  /** The document that the schema is written in, and where. */
  document: TableName;
  written: string;
}

/**
 * Every keyword of every table as a rule, in the order of the contract; what stands in a table that another one
 * refers to is a rule of both.
 * @param problems takes each keyword that is not tied to a requirement of the catalogue
 * @returns none where the tables are no schemas that could be walked
 */
export function readRules(tables: Tables, problems: ContractProblem[]): readonly Rule[] {
  try {
    return (Object.keys(tables) as TableName[]).flatMap((table) =>
      walk(tables, tables[table], start(table), problems),
    );
  } catch {
    return [];
  }
}

const start = (table: TableName): Place => ({
  table,
  pointer: '',
  instance: '',
  when: [],
  document: table,
  written: '',
});

function walk(tables: Tables, schema: Schema, place: Place, problems: ContractProblem[]): Rule[] {
  const inside = (keyword: string, more: Partial<Place> = {}): Place => ({
    ...place,
    pointer: `${place.pointer}${keyword}`,
    written: `${place.written}${keyword}`,
    ...more,
  });
  const rule = (keyword: string, id: unknown, name?: string): Rule[] =>
    ruleAt(schema, place, keyword, id, name, problems);
  const deeper = (child: Schema, at: Place) => walk(tables, child, at, problems);
  const tied = (keyword: string, name?: string) => entryOf(schema, keyword, name);

  const here = [
    ...ASSERTIONS.filter((keyword) => keyword in schema).flatMap((keyword) => rule(keyword, tied(keyword))),
    ...LISTS.flatMap((keyword) =>
      namesIn(schema[keyword]).flatMap((name) => rule(keyword, tied(keyword, name), name)),
    ),
    ...(isObject(schema['x-requirement']) && 'properties' in schema['x-requirement']
      ? Object.keys(schema.properties ?? {}).flatMap((name) =>
          rule('properties', tied('properties', name), name),
        )
      : []),
    ...Object.entries(schema['x-refers-to'] ?? {}).flatMap(([name, id]) => rule('x-refers-to', id, name)),
  ];
  const target = schema.$ref === undefined ? undefined : resolve(tables, tables[place.document], schema.$ref);
  const referred = target ? deeper(target, inside('/$ref', writtenAt(tables, place, schema.$ref ?? ''))) : [];
  const properties = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    deeper(property, inside(`/properties${step(name)}`, { instance: `${place.instance}${step(name)}` })),
  );
  const all = (schema.allOf ?? []).flatMap((part, index) => deeper(part, inside(`/allOf/${index}`)));
  const condition = { instance: place.instance, schema: schema.if ?? {} };
  const met = schema.then ? deeper(schema.then, inside('/then', { when: [...place.when, condition] })) : [];
  const unmet = schema.else
    ? deeper(
        schema.else,
        inside('/else', { when: [...place.when, { ...condition, schema: { not: condition.schema } }] }),
      )
    : [];
  return [...here, ...referred, ...properties, ...all, ...met, ...unmet];
}

function ruleAt(
  schema: Schema,
  place: Place,
  keyword: string,
  id: unknown,
  name: string | undefined,
  problems: ContractProblem[],
): Rule[] {
  const { table, instance, when, document } = place;
  const written = `${place.written}/${keyword}`;
  if (typeof id !== 'string' || !isRequirementId(id)) {
    // What is written once and reached twice is one problem.
    if (table === document) problems.push(untied(document, written, id, name));
    return [];
  }
  return [
    {
      table,
      pointer: `${place.pointer}/${keyword}`,
      home: `${document}#${written}`,
      keyword,
      ...(name === undefined ? {} : { name }),
      instance,
      schema,
      requirement: id,
      when,
    },
  ];
}

function untied(table: TableName, pointer: string, id: unknown, name?: string): ContractProblem {
  const about = name === undefined ? '' : `${name} `;
  return {
    file: TABLE_FILES[table],
    pointer,
    problem:
      id === undefined
        ? `${about}is not tied to a requirement`
        : `${about}names ${JSON.stringify(id)}, which is no requirement`,
    remedy: 'Name one of schemas/requirements.ts in the x-requirement beside it',
  };
}

/** What `x-requirement` says of a keyword, or of a name in it; a string stands for all. */
function entryOf({ 'x-requirement': tied }: Schema, keyword: string, name?: string): unknown {
  const entry = isObject(tied) ? tied[keyword] : tied;
  return isObject(entry) ? entry[name ?? ''] : entry;
}

const namesIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((name): name is string => typeof name === 'string') : [];

function writtenAt(tables: Tables, { document }: Place, reference: string): Partial<Place> {
  const [file = '', pointer = ''] = reference.split('#');
  const [other = document] = (Object.keys(tables) as TableName[]).filter(
    (name) => file !== '' && tables[name].$id === file,
  );
  return { document: other, written: pointer };
}

/** Names and presence come first, then the type, then what the value is; a broken one leaves nothing to say behind it. */
export const stage = ({ keyword }: Rule): number => STAGES[keyword] ?? 3;
const STAGES: Record<string, number> = { properties: 0, required: 1, 'x-expected': 1, type: 2 };

/** Where the value stands that a rule is about. */
export const placeOf = ({ instance, name, keyword }: Rule): string =>
  name === undefined || keyword === 'x-refers-to' ? instance : `${instance}${step(name)}`;

/** Whether one value shows if the rule is kept: what stays the same, what exists and what is free do not show so. */
export const isJudgedAlone = ({ keyword, schema }: Rule): boolean =>
  keyword !== 'x-constant' &&
  keyword !== 'x-refers-to' &&
  !(keyword === 'additionalProperties' && schema.additionalProperties === true);
