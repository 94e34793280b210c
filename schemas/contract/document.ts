import type { OpenAPIV3_1 } from 'openapi-types';
import { isRequirementId, type RequirementId } from '../requirements.ts';
import { TABLE_FILES, type TableName } from '../tables.ts';
import { at, type ContractProblem, isObject, step, type Tables } from './schema.ts';

type Bag = Record<string, unknown>;

interface Content {
  types: string[];
  table: TableName | undefined;
}

const FILE = 'schemas/openapi.json';

/** Reads parts of the OpenAPI document; whatever it cannot read, or should not find, is a problem with its place. */
export class DocumentReader {
  private readonly document: OpenAPIV3_1.Document;
  private readonly problems: ContractProblem[];
  constructor(document: OpenAPIV3_1.Document, problems: ContractProblem[]) {
    this.document = document;
    this.problems = problems;
  }

  report(pointer: string, problem: string, remedy: string): void {
    const told = this.problems.some((known) => known.file === FILE && known.pointer === pointer);
    if (!told) this.problems.push({ file: FILE, pointer, problem, remedy });
  }

  /** The vocabulary is closed: what nothing reads would seem to say something. */
  keys(holder: Bag, pointer: string, known: readonly string[]): void {
    for (const key of Object.keys(holder)) {
      if (!known.includes(key) && key !== 'x-requirement')
        this.report(
          `${pointer}${step(key)}`,
          'is not understood here',
          'Take it out, or teach schemas/contract',
        );
    }
  }

  /** The one member of an object. */
  only(holder: unknown, pointer: string, what: string): [string, Bag] {
    const entries = isObject(holder) ? Object.entries(holder) : [];
    const [[name, value] = ['', {}]] = entries;
    if (entries.length !== 1)
      this.report(pointer, `has ${entries.length} members`, `The contract is that of one ${what}: leave one`);
    return [name, isObject(value) ? value : {}];
  }

  /** The requirement that `x-requirement` names for an element. */
  tied(holder: Bag, pointer: string, keyword: string): RequirementId | undefined {
    const ties = holder['x-requirement'];
    const id = isObject(ties) ? ties[keyword] : ties;
    if (typeof id === 'string' && isRequirementId(id)) return id;
    this.report(
      pointer,
      id === undefined
        ? `${keyword} is not tied to a requirement`
        : `${keyword} names ${JSON.stringify(id)}, which is no requirement`,
      'Name one of schemas/requirements.ts in the x-requirement beside it',
    );
    return undefined;
  }

  /** Path template, parameters and Table 1 name the same ids. */
  pathParameters(template: string, parameters: unknown, pointer: string, tables: Tables): void {
    const inPath = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const inTable = Object.keys(tables['table-1'].properties ?? {});
    const list = Array.isArray(parameters) ? parameters.filter(isObject) : [];
    list.forEach((parameter, index) => {
      const place = `${pointer}/${index}`;
      this.keys(parameter, place, ['name', 'in', 'required', 'description', 'schema']);
      if (parameter.in !== 'path')
        this.report(
          `${place}/in`,
          `is ${JSON.stringify(parameter.in)}`,
          'The parameters of Table 1 stand in the path',
        );
      if (parameter.required !== true)
        this.report(`${place}/required`, 'is not true', 'OpenAPI wants it true for what stands in the path');
      const schema = isObject(parameter.schema) ? parameter.schema.$ref : undefined;
      if (
        schema !== `${TABLE_FILES['table-1'].slice('schemas/'.length)}#/properties/${String(parameter.name)}`
      )
        this.report(`${place}/schema`, 'is not the row of Table 1 with the same name', 'Refer to that row');
    });
    const named = list.map(({ name }) => String(name));
    for (const name of new Set([...inPath, ...inTable, ...named])) {
      const lacking = [
        ...(inPath.includes(name) ? [] : ['the path']),
        ...(inTable.includes(name) ? [] : ['Table 1']),
        ...(named.includes(name) ? [] : ['the parameters']),
      ];
      if (lacking.length > 0)
        this.report(pointer, `${name} is not in ${lacking.join(' and ')}`, 'All three name the same ids');
    }
  }

  /** What a response says, whether written in its place or among the components. */
  response(value: unknown, pointer: string): { value: Bag; pointer: string } {
    const holder = isObject(value) ? value : {};
    const reference = holder.$ref;
    if (reference === undefined) {
      this.keys(holder, pointer, ['description', 'headers', 'content']);
      return { value: holder, pointer };
    }
    this.keys(holder, pointer, ['$ref', 'description']);
    const target = String(reference).replace(/^#/, '');
    const found = at(this.document, target);
    if (isObject(found)) {
      this.keys(found, target, ['description', 'headers', 'content']);
      return { value: found, pointer: target };
    }
    this.report(`${pointer}/$ref`, 'leads nowhere', 'Refer to one of /components/responses');
    return { value: {}, pointer };
  }

  /** Media types, and the table that their schema is. */
  content({ content }: Bag, pointer: string): Content {
    const entries = isObject(content) ? Object.entries(content) : [];
    if (entries.length === 0)
      this.report(`${pointer}/content`, 'names no media type', 'Add the type that bodies have');
    const tables = entries.map(([type, media]) => {
      const place = `${pointer}/content${step(type)}`;
      if (!/^[\w.+-]+\/[\w.+-]+$/.test(type))
        this.report(place, 'is no media type', 'Write it as application/json');
      const holder = isObject(media) ? media : {};
      this.keys(holder, place, ['schema', 'examples']);
      const table = tableNamed(isObject(holder.schema) ? holder.schema.$ref : undefined);
      if (!table)
        this.report(`${place}/schema`, 'is no table', 'Refer to one of the files in schemas/tables');
      return table;
    });
    return { types: entries.map(([type]) => type.toLowerCase()), table: tables[0] };
  }

  expectTable(table: TableName | undefined, expected: TableName, pointer: string): void {
    if (table !== undefined && table !== expected)
      this.report(pointer, `refers to ${TABLE_FILES[table]}`, `Refer to ${TABLE_FILES[expected]}`);
  }

  /** Headers that come with a status code. */
  headers({ value, pointer }: { value: Bag; pointer: string }) {
    return Object.entries(isObject(value.headers) ? value.headers : {}).map(([name, header]) => {
      const place = `${pointer}/headers${step(name)}`;
      const holder = isObject(header) ? header : {};
      this.keys(holder, place, ['description', 'required', 'schema', 'x-status']);
      if (!isObject(holder.schema) || holder.schema.type !== 'string')
        this.report(`${place}/schema`, 'is not that of a string', 'Headers are strings');
      const status = String(holder['x-status']);
      if (!/^[45]\d\d$/.test(status))
        this.report(`${place}/x-status`, 'is no status code', 'Say with which code the header comes');
      return { name, status, requirement: this.tied(holder, place, 'required') };
    });
  }

  /** The one security scheme: the header of Table 2. */
  tokenScheme(tables: Tables): Bag {
    const { components = {}, security } = this.document as unknown as {
      components?: Bag;
      security?: unknown;
    };
    this.keys(components, '/components', ['securitySchemes', 'responses']);
    const [name, scheme] = this.only(components.securitySchemes, '/components/securitySchemes', 'token');
    const pointer = `/components/securitySchemes${step(name)}`;
    this.keys(scheme, pointer, ['type', 'in', 'name', 'description']);
    if (scheme.type !== 'apiKey')
      this.report(`${pointer}/type`, `is ${JSON.stringify(scheme.type)}`, 'Table 2 has a token: apiKey');
    if (scheme.in !== 'header')
      this.report(`${pointer}/in`, `is ${JSON.stringify(scheme.in)}`, 'Table 2 is about headers: header');
    const { required = [], properties = {} } = tables['table-2'];
    if (!Object.hasOwn(properties, String(scheme.name)))
      this.report(
        `${pointer}/name`,
        `${JSON.stringify(scheme.name)} is no row of Table 2 (${Object.keys(properties).join(', ')})`,
        `Name the same header here and in ${TABLE_FILES['table-2']}`,
      );
    const demanded =
      Array.isArray(security) && security.length > 0 && security.every((one) => isObject(one) && name in one);
    if (!demanded && required.includes(String(scheme.name)))
      this.report(
        '/security',
        `does not demand ${name}`,
        'Table 2 makes the token mandatory: demand it here',
      );
    return scheme;
  }
}

/** The table that a reference within `schemas/` leads to. */
function tableNamed(reference: unknown): TableName | undefined {
  return (Object.keys(TABLE_FILES) as TableName[]).find(
    (name) => TABLE_FILES[name] === `schemas/${String(reference)}`,
  );
}
