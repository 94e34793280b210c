import type { OpenAPIV3_1 } from 'openapi-types';
import { EXAMPLE_REQUEST } from '../examples.ts';
import { OPENAPI } from '../openapi.ts';
import type { RequirementId } from '../requirements.ts';
import { TABLE_FILES, type TableName, tableSchemas } from '../tables.ts';
import { type Assessments, assess } from './assess.ts';
import { checkTables } from './check.ts';
import type { RequestValues } from './echo.ts';
import { type Operation, readOperation } from './operation.ts';
import { type Rule, readRules } from './rules.ts';
import {
  at,
  type Case,
  type ContractProblem,
  describeProblem,
  isObject,
  type Schema,
  type Tables,
} from './schema.ts';
import { errorsOf, isRefused, matches, validatorOf } from './validators.ts';

export type { Assessment, Assessments } from './assess.ts';
export { includesStatus, type Operation } from './operation.ts';
export type { Rule } from './rules.ts';
export type { Schema } from './schema.ts';
export { phrase } from './words.ts';
export { type TableName, tableSchemas };

/** What the contract is written in. */
export interface Documents {
  openapi: OpenAPIV3_1.Document;
  tables: Tables;
}

/** What is to come of a request that holds a value, and who says so. */
interface Expectation {
  expected: 'open' | 'refused' | 'taken';
  requirement: RequirementId;
}

/** A field that keeps its value from the creation of what it belongs to. */
export interface Constant {
  table: TableName;
  field: string;
  requirement: RequirementId;
  /** Who judges the value itself, the last one last: without it being right, nothing can be said. */
  needs: readonly RequirementId[];
  schema: Schema;
}

/**
 * The contract, read from its documents. Reading never throws: what is wrong with them is told by `problems`, and with
 * problems there is nothing to judge by.
 */
export class Contract {
  readonly operation: Operation;
  readonly rules: readonly Rule[];
  readonly tables: Tables;
  private readonly shapes = new Map<TableName, Schema[]>();
  /** What was met while the tables, and the OpenAPI document, were read. */
  private readonly met = { tables: [] as ContractProblem[], openapi: [] as ContractProblem[] };
  private all: readonly ContractProblem[] | undefined;

  constructor({ openapi, tables }: Documents) {
    this.tables = tables;
    this.rules = readRules(tables, this.met.tables);
    this.operation = readOperation(openapi, tables, this.met.openapi);
  }

  /** Looked for when they are first asked for: it takes a moment that a worker need not spend once more. */
  get problems(): readonly ContractProblem[] {
    this.all ??= this.findProblems();
    return this.all;
  }

  /** What is made from the contract; nothing where that fails because the contract cannot be used. */
  derive<T>(make: () => readonly T[]): readonly T[] {
    try {
      return make();
    } catch (error) {
      if (this.problems.length > 0) return [];
      throw error;
    }
  }

  /** Keywords that say something about a table, those of the tables that it refers to included. */
  rulesOf(table: TableName): readonly Rule[] {
    return this.rules.filter((rule) => rule.table === table);
  }

  /** Whether a value meets a schema that stands within a table. */
  matches(schema: Schema, value: unknown): boolean {
    return matches(schema, value);
  }

  /** Every requirement that the table's keywords stand for, and whether the value keeps it. */
  assess(table: TableName, value: unknown, request?: RequestValues): Assessments {
    return assess(this.tables, this.rules, table, value, request);
  }

  /** The requirements, in the order of the contract, that a value breaks. */
  broken(table: TableName, value: unknown): RequirementId[] {
    const assessments = this.assess(table, value);
    const ids = this.rulesOf(table).map(({ requirement }) => requirement);
    return [...new Set(ids)].filter((id) => assessments.get(id)?.kind === 'broken');
  }

  /**
   * What the contract says of a request that holds a value: what it leaves open comes before what it refuses, and
   * that before what must be taken. `undefined` where it says nothing.
   */
  expect(table: TableName, value: unknown): Expectation | undefined {
    // A condition on properties says nothing of a list or a word.
    const named = (cases: readonly Case[] = []) =>
      isObject(value) ? cases.find((entry) => matches(entry.if, value)) : undefined;
    const { 'x-open': open, 'x-taken': taken } = this.tables[table];
    const free = named(open);
    if (free) return { expected: 'open', requirement: free.requirement };
    const [broken] = this.broken(table, value);
    if (broken) return { expected: 'refused', requirement: broken };
    const must = named(taken);
    return must && { expected: 'taken', requirement: must.requirement };
  }

  /** The words that a field can hold: those of its `enum`, or else those that conditions look for. */
  wordsOf(table: TableName, field: string): readonly unknown[] {
    const {
      properties = {},
      'x-open': open = [],
      'x-taken': taken = [],
      if: condition = {},
    } = this.tables[table];
    const looked = [condition, ...taken.map((entry) => entry.if), ...open.map((entry) => entry.if)];
    const words = looked.flatMap((schema) => schema.properties?.[field]?.const ?? []);
    return properties[field]?.enum ?? [...new Set(words)];
  }

  /** The requirements that the table's keywords stand for where the value is such as this one. */
  requirementsOf(table: TableName, sample: unknown): RequirementId[] {
    return [...this.assess(table, sample).keys()];
  }

  /** What is wrong with a value, in Ajv's own words. */
  issues(table: TableName, value: unknown): { path: string; keyword: string; message: string }[] {
    const validate = validatorOf(this.tables, table);
    if (isRefused(validate)) throw new Error(this.problems.map(describeProblem).join('\n'));
    return errorsOf(validate, value).map(({ instancePath, keyword, message = keyword }) => ({
      path: instancePath.slice(1).replaceAll('/', '.'),
      keyword,
      message,
    }));
  }

  /**
   * The title of the first of the shapes in a table's `anyOf` that a value has: they stand in the order from the
   * narrowest to the widest. `undefined` where it has none.
   */
  shapeOf(table: TableName, value: unknown): string | undefined {
    const document = this.tables[table];
    const shapes =
      this.shapes.get(table) ??
      (document.anyOf ?? []).map((branch) => ({ $defs: {}, ...document, anyOf: [branch] }));
    this.shapes.set(table, shapes);
    const { anyOf: [branch] = [] } = shapes.find((shape) => matches(shape, value)) ?? {};
    const target = branch?.$ref === undefined ? branch : (at(document, branch.$ref.slice(1)) as Schema);
    return target?.title;
  }

  /** The fields whose value stays as it was from the creation on; judged over several answers. */
  get constants(): readonly Constant[] {
    const written = this.rules.filter(
      ({ keyword, home, table }) => keyword === 'x-constant' && home.startsWith(table),
    );
    return written.map(({ table, instance, requirement, schema }) => ({
      table,
      field: instance.slice(1),
      requirement,
      needs: this.rulesOf(table)
        .filter(
          (rule) =>
            rule.schema === schema && ['type', 'format', 'pattern', 'minLength'].includes(rule.keyword),
        )
        .map((rule) => rule.requirement),
      schema,
    }));
  }

  /** Who records names that a table does not list, and whether it leaves them open. */
  additional(table: TableName): { requirement: RequirementId; open: boolean } | undefined {
    const rule = this.rules.find(
      ({ keyword, home }) => keyword === 'additionalProperties' && home.startsWith(`${table}#/additional`),
    );
    return rule && { requirement: rule.requirement, open: rule.schema.additionalProperties === true };
  }

  private findProblems(): ContractProblem[] {
    const problems: ContractProblem[] = [];
    if (checkTables(this.tables, problems)) problems.push(...this.met.tables);
    problems.push(...this.met.openapi);
    return problems.length > 0 ? problems : this.refusedExample();
  }

  /** Requests are made from the page's example: a contract that refuses it has no cases. */
  private refusedExample(): ContractProblem[] {
    const [broken] = this.broken('table-3', EXAMPLE_REQUEST);
    if (broken === undefined) return [];
    const rule = this.rulesOf('table-3').find(({ requirement }) => requirement === broken);
    return [
      {
        file: TABLE_FILES['table-3'],
        pointer: rule?.pointer ?? '',
        problem: `refuses the page's example request, ${JSON.stringify(EXAMPLE_REQUEST)} (${broken})`,
        remedy: 'Change the keyword, or schemas/examples/request.json with the page',
      },
    ];
  }
}

/** The contract as it is written in this folder; whether it can be used, `contractProblems` tells. */
export const CONTRACT = new Contract({ openapi: OPENAPI, tables: tableSchemas as unknown as Tables });

/** What keeps the contract from being used, one line each with file, pointer and remedy; empty where nothing does. */
export const contractProblems = (): string[] => CONTRACT.problems.map(describeProblem);
