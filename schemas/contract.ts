import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenAPIV3_1 } from 'openapi-types';
import { OPENAPI } from './openapi.ts';
import { isRequirementId, type RequirementId } from './requirements.ts';
import { type TableName, tableSchemas } from './tables.ts';
import { parseTimestamp } from './timestamp.ts';

/** A schema object of the contract, as far as the contract uses JSON Schema and its own annotations. */
export interface Schema {
  $id?: string;
  $ref?: string;
  type?: string | string[];
  required?: string[];
  properties?: Record<string, Schema>;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  enum?: unknown[];
  pattern?: string;
  format?: string;
  minLength?: number;
  examples?: unknown[];
  /** Who is broken by breaking which keyword here; a string stands for all of them, a map in it for each name. */
  'x-requirement'?: RequirementId | Record<string, RequirementId | Record<string, RequirementId>>;
  /** Names that callers can expect, though the contract does not demand them. */
  'x-expected'?: string[];
  /** The value of the request that this one repeats. */
  'x-echo'?: Echo;
  /** The form that `pattern` describes, in words. */
  'x-form'?: string;
  /** Requirements about what the value names, beyond its form. */
  'x-refers-to'?: Partial<Record<'unknown' | 'foreign', RequirementId>>;
  /** Values whose effect the contract leaves open, whatever else is said about them. */
  'x-open'?: Case[];
  /** Values that must be taken. */
  'x-taken'?: Case[];
}
export interface Echo {
  /** A runtime expression of OpenAPI: `$request.path.backup_id`, `$request.body#/vault_id`. */
  of: string;
  ignoreCase?: boolean;
}
export interface Case {
  requirement: RequirementId;
  if: Schema;
}

/** One keyword of the contract that a value can break, and the requirement that it then breaks. */
export interface Rule {
  table: TableName;
  /** Where the keyword stands: `/properties/status/enum`. */
  pointer: string;
  keyword: string;
  /** For keywords that list names: the one that this rule is about. */
  name?: string;
  /** Where the value stands that it judges: `/member/status`. */
  instance: string;
  /** The schema object it stands in. */
  schema: Schema;
  requirement: RequirementId;
  /** Holds only where these values meet these schemas. */
  when: readonly Condition[];
}

export interface Condition {
  instance: string;
  schema: Schema;
}

export interface Breach {
  message: string;
  field: string;
  expected: string;
  received: string;
}
export type Finding =
  | { kind: 'held' }
  | ({ kind: 'broken' } & Breach)
  | { kind: 'void'; because: RequirementId };
export type Judgement = ReadonlyMap<RequirementId, Finding>;

/** What an answer may have to repeat: the request that it answers. */
export interface RequestValues {
  path: Record<string, string>;
  body: unknown;
}

export interface Operation {
  method: string;
  template: string;
  tokenHeader: string;
  requestTypes: readonly string[];
  success: { status: number; types: readonly string[]; table: TableName };
  refusal: { types: readonly string[]; table: TableName };
}

export interface Documents {
  openapi: OpenAPIV3_1.Document;
  tables: Readonly<Record<TableName, Schema>>;
}

export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/** The contract's own annotations: a validator that does not know them may pass them over. */
const ANNOTATIONS = ['x-requirement', 'x-expected', 'x-echo', 'x-form', 'x-refers-to', 'x-open', 'x-taken'];

const ASSERTIONS = [
  'type',
  'enum',
  'const',
  'pattern',
  'format',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'multipleOf',
  'minProperties',
  'maxProperties',
  'anyOf',
  'oneOf',
  'not',
  'additionalProperties',
  'x-echo',
] as const;
const LISTS = ['required', 'x-expected'] as const;
/** What breaks first stands in the way of what is judged later at the same place. */
const STAGE: Record<string, number> = { properties: 0, required: 1, 'x-expected': 1, type: 2 };
const stage = ({ keyword }: Rule) => STAGE[keyword] ?? 3;

export class Contract {
  readonly operation: Operation;
  readonly rules: readonly Rule[];
  readonly tables: Readonly<Record<TableName, Schema>>;
  private readonly ajv: Ajv2020;
  /** Conditions stand within a schema that has said already what they are about. */
  private readonly conditions = new Ajv2020({ strictTypes: false, strictSchema: false });

  /** @throws {ContractError} where a keyword has no requirement, or the documents contradict themselves */
  constructor({ openapi, tables }: Documents) {
    this.tables = tables;
    this.ajv = ajvFor(tables);
    for (const name of Object.keys(tables) as TableName[]) this.validator(name);
    this.operation = readOperation(openapi);
    this.rules = (Object.keys(tables) as TableName[]).flatMap((table) =>
      this.walk(table, tables[table], '', '', []),
    );
  }

  /** Keywords that say something about a table, those of the tables that it refers to included. */
  rulesOf(table: TableName): readonly Rule[] {
    return this.rules.filter((rule) => rule.table === table);
  }

  private validator(table: TableName): ValidateFunction {
    const validate = this.ajv.getSchema(this.tables[table].$id ?? table);
    if (!validate) throw new ContractError(`no schema for ${table}`);
    return validate;
  }

  matches(schema: Schema, value: unknown): boolean {
    return this.conditions.validate(schema, value);
  }

  /** Every requirement that the table's keywords stand for, and whether the value keeps it. */
  judge(table: TableName, value: unknown, request?: RequestValues): Judgement {
    const validate = this.validator(table);
    const errors = validate(value) ? [] : (validate.errors ?? []);
    const rules = this.rulesOf(table).filter(({ when }) =>
      when.every(({ schema, instance }) => this.matches(schema, at(value, instance))),
    );
    const broken = new Map<Rule, Breach>();
    for (const rule of rules) {
      if (errors.some((error) => isOf(error, rule)) || breaksAnnotation(rule, value, request))
        broken.set(rule, explain(rule, at(value, rule.instance), request));
    }
    misplaced(rules, broken, value);
    const causes = [...broken.keys()].sort(
      (a, b) => a.instance.length - b.instance.length || stage(a) - stage(b),
    );
    const judgement = new Map<RequirementId, Finding>();
    for (const rule of rules.toSorted((a, b) => stage(a) - stage(b))) {
      const breach = broken.get(rule);
      const [obstacle] = causes.filter(
        (other) => other.requirement !== rule.requirement && standsInTheWay(other, rule),
      );
      const known = judgement.get(rule.requirement);
      if (obstacle) {
        if (!known || known.kind === 'held')
          judgement.set(rule.requirement, { kind: 'void', because: obstacle.requirement });
      } else if (breach) {
        if (known?.kind !== 'broken') judgement.set(rule.requirement, { kind: 'broken', ...breach });
      } else if (!known) judgement.set(rule.requirement, { kind: 'held' });
    }
    return judgement;
  }

  /** What is wrong with a value, in Ajv's own words. */
  issues(table: TableName, value: unknown): { path: string; keyword: string; message: string }[] {
    const validate = this.validator(table);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, keyword, message = keyword }) => ({
      path: instancePath.slice(1).replaceAll('/', '.'),
      keyword,
      message,
    }));
  }

  /** The requirements that the table's keywords stand for where the value is such as this one. */
  requirementsOf(table: TableName, sample: unknown): RequirementId[] {
    return [...this.judge(table, sample).keys()];
  }

  /** What the contract says under one requirement, in words made from its keywords. */
  tell(id: RequirementId, table: TableName, sample: unknown): string {
    const said = this.rulesOf(table)
      .filter(
        ({ requirement, when }) =>
          requirement === id &&
          when.every(({ schema, instance }) => this.matches(schema, at(sample, instance))),
      )
      .map(tellRule);
    return [...new Set(said)].join(', ');
  }

  /** The requirements, in the order of the contract, that a value breaks. */
  broken(table: TableName, value: unknown): RequirementId[] {
    const judgement = this.judge(table, value);
    const ids = this.rulesOf(table).map(({ requirement }) => requirement);
    return [...new Set(ids)].filter((id) => judgement.get(id)?.kind === 'broken');
  }

  private walk(
    table: TableName,
    schema: Schema,
    pointer: string,
    instance: string,
    when: readonly Condition[],
  ): Rule[] {
    const make = (keyword: string, name?: string): Rule => ({
      table,
      pointer: `${pointer}/${keyword}`,
      keyword,
      instance,
      schema,
      requirement: requirementOf(schema, keyword, name, `${table}#${pointer}/${keyword}`),
      when,
      ...(name === undefined ? {} : { name }),
    });
    const here = [
      ...ASSERTIONS.filter(
        (keyword) => keyword in schema && !(keyword === 'additionalProperties' && isOpen(schema)),
      ).map((keyword) => make(keyword)),
      ...LISTS.flatMap((keyword) => (schema[keyword] ?? []).map((name) => make(keyword, name))),
      ...(schema.properties && !pointer.includes('/then')
        ? Object.keys(schema.properties).map((name) => make('properties', name))
        : []),
    ];
    const deeper = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      this.walk(table, property, `${pointer}/properties/${name}`, `${instance}/${name}`, when),
    );
    const referred =
      schema.$ref === undefined
        ? []
        : this.walk(table, this.resolve(schema.$ref), `${pointer}/$ref`, instance, when);
    const conditional = schema.then
      ? this.walk(table, schema.then, `${pointer}/then`, instance, [
          ...when,
          { instance, schema: schema.if ?? {} },
        ])
      : [];
    return [...here, ...referred, ...deeper, ...conditional];
  }

  private resolve(reference: string): Schema {
    const found = Object.values(this.tables).find(({ $id }) => $id === reference);
    if (!found) throw new ContractError(`no table is named ${reference}`);
    return found;
  }
}

const isOpen = (schema: object) =>
  (schema as { additionalProperties?: unknown }).additionalProperties === true;

function requirementOf(
  schema: Schema,
  keyword: string,
  name: string | undefined,
  where: string,
): RequirementId {
  const annotation = schema['x-requirement'];
  const entry = typeof annotation === 'object' ? annotation[keyword] : annotation;
  const id = typeof entry === 'object' ? entry[name ?? ''] : entry;
  const place = name === undefined ? where : `${where} (${name})`;
  if (id === undefined)
    throw new ContractError(`${place} is not tied to a requirement: name one in x-requirement`);
  if (!isRequirementId(id)) throw new ContractError(`${place} names ${String(id)}, which is no requirement`);
  return id;
}

function ajvFor(tables: Readonly<Record<TableName, Schema>>): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
  });
  addFormats.default(ajv);
  ajv.addFormat('cbr-timestamp', {
    type: 'string',
    validate: (text: string) => parseTimestamp(text) !== null,
  });
  ajv.addVocabulary(ANNOTATIONS);
  for (const schema of Object.values(tables)) ajv.addSchema(schema);
  return ajv;
}

const same = (a: string, b: string, ignoreCase: boolean) =>
  ignoreCase ? a.toLowerCase() === b.toLowerCase() : a === b;

/** OpenAPI 3.1, section 4.8.20.3, as far as paths and JSON bodies go. */
export function evaluate(expression: string, { path, body }: RequestValues): unknown {
  const [, parameter] = /^\$request\.path\.(\w+)$/.exec(expression) ?? [];
  if (parameter !== undefined) return path[parameter];
  const [, pointer] = /^\$request\.body#(.*)$/.exec(expression) ?? [];
  if (pointer !== undefined) return at(body, pointer);
  throw new ContractError(`no runtime expression: ${expression}`);
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isOf({ instancePath, keyword, params, parentSchema }: ErrorObject, rule: Rule): boolean {
  return (
    instancePath === rule.instance &&
    keyword === rule.keyword &&
    parentSchema === rule.schema &&
    (rule.name === undefined || params.missingProperty === rule.name)
  );
}

/** Whether a value breaks one of the annotations that say more than JSON Schema can. */
function breaksAnnotation(
  { keyword, schema, instance, name }: Rule,
  whole: unknown,
  request?: RequestValues,
): boolean {
  const value = at(whole, instance);
  if (keyword === 'x-expected') return isObject(value) && value[name ?? ''] === undefined;
  const echo = schema['x-echo'];
  if (keyword !== 'x-echo' || !echo || !request || typeof value !== 'string') return false;
  const said = evaluate(echo.of, request);
  return said !== undefined && !same(String(said), value, echo.ignoreCase ?? false);
}

const placeOf = ({ instance, name }: Rule) => (name === undefined ? instance : `${instance}/${name}`);

/** A container that is not there, or is no object, leaves nothing to be said of what it should hold. */
function standsInTheWay(other: Rule, rule: Rule): boolean {
  // What callers can merely expect may be absent, and then nothing else about it is broken.
  if (other.keyword === 'x-expected') return false;
  const [place, about] = [placeOf(other), placeOf(rule)];
  if (about === place) return stage(other) < stage(rule);
  return about.startsWith(`${place}/`) && stage(other) < 3;
}

const fieldOf = (pointer: string) => pointer.slice(1).replaceAll('/', '.') || 'body';
export const show = (value: unknown) =>
  (value === undefined ? 'absent' : JSON.stringify(value)).slice(0, 200);

/** What a schema asks for, in words. */
export function phrase({
  type,
  enum: words,
  format,
  pattern,
  minLength,
  examples = [],
  ...schema
}: Schema): string {
  if (schema.$ref) return 'an object';
  if (words) return words.map(show).join(' or ');
  if (schema['x-form']) return schema['x-form'];
  if (pattern !== undefined) return `a string that matches ${pattern}`;
  if (format !== undefined && examples.length > 0) return `such as ${examples.join(' or ')}`;
  if (format !== undefined) return `a string of the format ${format}`;
  if (type === 'object')
    return `{${Object.keys(schema.properties ?? {})
      .map((name) => `"${name}": …`)
      .join(', ')}}`;
  if (minLength !== undefined)
    return minLength === 1 ? 'a string with something in it' : `a string of at least ${minLength} characters`;
  return type === undefined ? 'a value' : `a ${[type].flat().join(' or ')}`;
}

function explain({ schema, keyword, name, instance }: Rule, value: unknown, request?: RequestValues): Breach {
  const field = fieldOf(name === undefined ? instance : `${instance}/${name}`);
  if (name !== undefined) {
    const expected = phrase(schema.properties?.[name] ?? {});
    return { message: `${field} is missing.`, field, expected, received: 'absent' };
  }
  const received = show(value);
  const echo = schema['x-echo'];
  if (keyword === 'x-echo' && echo) {
    const expected = request ? show(evaluate(echo.of, request)) : echo.of;
    return { message: `${field} is not the one of the request.`, field, expected, received };
  }
  const message = MESSAGES[keyword] ?? 'is not in the documented form';
  const type = keyword === 'type' && schema.type !== undefined && schema.type !== 'object';
  return {
    message: `${field} ${message}.`,
    field,
    expected: phrase(type ? ({ type: schema.type } as Schema) : schema),
    received,
  };
}

const listed = (words: readonly unknown[]) => words.map(String).join(' or ');

function tellRule(rule: Rule): string {
  const { keyword, schema } = rule;
  const field = fieldOf(placeOf(rule)).split('.').at(-1);
  if (keyword === 'properties') return 'what is told of it stands under its documented name';
  if (keyword === 'required' || keyword === 'x-expected') return `${field} is there`;
  if (keyword === 'x-echo') return `${field} is that of the request`;
  if (keyword === 'type') return `${field} is of type ${[schema.type].flat().join(' or ')}`;
  if (keyword === 'enum') return `${field} is ${listed(schema.enum ?? [])}`;
  if (keyword === 'minLength') return `${field} has ${schema.minLength} characters or more`;
  return `${field} is ${schema['x-form'] ?? `of ${keyword} ${String((schema as Record<string, unknown>)[keyword])}`}`;
}

const MESSAGES: Record<string, string> = {
  type: 'is not of the documented type',
  enum: 'is none of the documented words',
  anyOf: 'has none of the known shapes',
};

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** How deep an answer is searched for documented names that stand elsewhere. */
const SEARCH_DEPTH = 3;

interface Found {
  pointer: string;
  holder: Record<string, unknown>;
  hits: number;
}

/**
 * One breach where many would say the same: documented names are missing in their place, and the same is told
 * under other names, or by an object that stands elsewhere in the answer.
 */
function misplaced(rules: readonly Rule[], broken: Map<Rule, Breach>, whole: unknown): void {
  const named = rules.filter(({ keyword }) => keyword === 'properties');
  for (const place of new Set(named.map(({ instance }) => instance))) {
    const here = at(whole, place);
    const names = named.filter(({ instance }) => instance === place);
    const lacks = (name = '') => !isObject(here) || here[name] === undefined;
    if (!isObject(here) || names.every(({ name }) => lacks(name))) {
      const [first] = names;
      const [elsewhere] = objectsIn(whole, names).filter(
        ({ pointer, hits }) => pointer !== place && hits > 1,
      );
      if (first && elsewhere) {
        const breach = {
          message: `What the contract has ${fieldOf(place) === 'body' ? 'at the top' : `at ${fieldOf(place)}`} stands ${elsewhere.pointer === '' ? 'at the top, outside of it' : `at ${fieldOf(elsewhere.pointer)}`}.`,
          field: fieldOf(place),
          expected: `{${names.map(({ name }) => `"${name}"`).join(', ')}}`,
          received: show(here),
        };
        // Where nothing stands in the place, that is what is broken, and this is the reason.
        const about = isObject(here)
          ? names
          : [...broken.keys()].filter((rule) => placeOf(rule) === place && stage(rule) < 3);
        for (const rule of about) broken.set(rule, breach);
        continue;
      }
    }
    if (!isObject(here)) continue;
    const documented = new Set(names.map(({ name }) => name));
    const moved = names.flatMap((rule) => {
      const { name = '' } = rule;
      const other = Object.keys(here).find((key) => !documented.has(key) && plain(key) === plain(name));
      return lacks(name) && other !== undefined ? [{ rule, from: name, to: other }] : [];
    });
    const [first] = moved;
    if (!first) continue;
    const list = (tell: (entry: { from: string; to: string }) => string) => moved.map(tell).join(', ');
    const breach = {
      message:
        moved.length === 1
          ? `The documented field ${first.from} is told under another name: ${first.to}.`
          : `${moved.length} documented fields are told under other names: ${list(({ from, to }) => `${from} as ${to}`)}.`,
      field: fieldOf(`${place}/${first.to}`),
      expected: list(({ from }) => from),
      received: list(({ to }) => to),
    };
    for (const { rule } of moved) broken.set(rule, breach);
  }
}

/** The objects in an answer that hold documented names, in whatever spelling; most names first. */
function objectsIn(whole: unknown, names: readonly Rule[]): Found[] {
  const wanted = new Set(names.map(({ name = '' }) => plain(name)));
  const found: Found[] = [];
  const search = (value: unknown, pointer: string, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > SEARCH_DEPTH) return;
    if (isObject(value)) {
      const hits = Object.keys(value).filter((key) => wanted.has(plain(key))).length;
      found.push({ pointer, holder: value, hits });
    }
    for (const [key, inner] of Object.entries(value)) search(inner, `${pointer}/${key}`, depth + 1);
  };
  search(whole, '', 0);
  return found.sort((a, b) => b.hits - a.hits);
}

function readOperation(openapi: OpenAPIV3_1.Document): Operation {
  const [[template, item] = ['', undefined]] = Object.entries(openapi.paths ?? {});
  const [[method, operation] = ['', undefined]] = Object.entries(item ?? {}) as [
    string,
    OpenAPIV3_1.OperationObject,
  ][];
  const [[status, response] = ['', undefined]] = Object.entries(operation?.responses ?? {}).filter(([code]) =>
    /^2\d\d$/.test(code),
  );
  const scheme = Object.values(openapi.components?.securitySchemes ?? {}).find(
    (candidate) => 'type' in candidate && candidate.type === 'apiKey',
  );
  if (!template || !operation || !status || !response || !scheme || !('name' in scheme))
    throw new ContractError('openapi.json lacks the operation, its success or its token');
  const content = (holder: unknown) => Object.keys((holder as { content?: object }).content ?? {});
  const refusal = openapi.components?.responses?.Refusal;
  return {
    method: method.toUpperCase(),
    template,
    tokenHeader: scheme.name,
    requestTypes: content(operation.requestBody),
    success: { status: Number(status), types: content(response), table: 'table-4' },
    refusal: { types: content(refusal), table: 'error-body' },
  };
}

export const CONTRACT = new Contract({
  openapi: OPENAPI,
  tables: tableSchemas as unknown as Documents['tables'],
});

export { type TableName, tableSchemas };
