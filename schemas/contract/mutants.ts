import { OPENAPI } from '../openapi.ts';
import { TABLE_FILES, type TableName, tableSchemas } from '../tables.ts';
import { type Change, documentChanges, tableChanges } from './changes.ts';
import { Contract, type Documents } from './contract.ts';
import { describeProblem, type Schema, type Tables } from './schema.ts';
import { type Witness, witnessesOf } from './witnesses.ts';

/** What came of changing one keyword of the contract. */
export interface Mutation {
  /** `schemas/tables/table-3-request-body.schema.json#/properties/status/enum` */
  keyword: string;
  /** `dropped`, `without "accepted"`. */
  change: string;
  /** `nothing`: the keyword decides nothing, and is one too many. */
  noticed: 'verdicts' | 'cases' | 'operation' | 'refused' | 'nothing';
  /** Where the contract is refused: why. */
  reason?: string;
}

/**
 * Changes every keyword of every table and of the OpenAPI document, one at a time, and tells how it is noticed: by
 * another verdict on the same value, by other cases, by another operation, or as no contract any more. Keywords
 * are found by walking the documents; descriptions for people are left out.
 * @returns one entry for each change
 */
export function mutationReport(): Mutation[] {
  const documents: Documents = { openapi: OPENAPI, tables: tableSchemas as unknown as Tables };
  const original = new Contract(documents);
  const known = new Map<TableName, string[]>();
  const say = (table: TableName) => {
    const said = known.get(table) ?? witnessesOf(original, table).map((witness) => sayOf(original, witness));
    known.set(table, said);
    return said;
  };
  const ofTables = (Object.keys(TABLE_FILES) as TableName[]).flatMap((table) =>
    tableChanges(documents.tables[table]).map((change): Mutation => {
      const tables = { ...documents.tables, [table]: change.document as Schema };
      const mutant = new Contract({ ...documents, tables });
      return { ...nameOf(TABLE_FILES[table], change), ...compare(original, mutant, affectedBy(table), say) };
    }),
  );
  const ofDocument = documentChanges(documents.openapi).map((change): Mutation => {
    const mutant = new Contract({ ...documents, openapi: change.document as Documents['openapi'] });
    return { ...nameOf('schemas/openapi.json', change), ...compare(original, mutant, [], say) };
  });
  return [...ofTables, ...ofDocument];
}

const nameOf = (file: string, { pointer, change }: Change) => ({ keyword: `${file}#${pointer}`, change });

/** Table 5 is judged within Table 4. */
const affectedBy = (table: TableName): TableName[] => (table === 'table-5' ? ['table-4'] : [table]);

function compare(
  original: Contract,
  mutant: Contract,
  tables: readonly TableName[],
  said: (table: TableName) => string[],
): Pick<Mutation, 'noticed' | 'reason'> {
  const [problem] = mutant.problems;
  if (problem) return { noticed: 'refused', reason: describeProblem(problem) };
  if (JSON.stringify(mutant.operation) !== JSON.stringify(original.operation))
    return { noticed: 'operation' };
  for (const table of tables) {
    const known = said(table);
    const witnesses = witnessesOf(original, table);
    if (witnesses.some((witness, index) => sayOf(mutant, witness) !== known[index]))
      return { noticed: 'verdicts' };
    // Values at the borders that only the changed contract has.
    if (witnessesOf(mutant, table).some((witness) => sayOf(mutant, witness) !== sayOf(original, witness)))
      return { noticed: 'verdicts' };
  }
  return casesOf(mutant) === casesOf(original) ? { noticed: 'nothing' } : { noticed: 'cases' };
}

const ANSWERED: readonly TableName[] = ['table-4', 'table-5', 'error-body'];

/** Everything that a contract says of a value, as text. */
function sayOf(contract: Contract, { table, value, request }: Witness): string {
  return JSON.stringify([
    [...contract.judge(table, value, request)],
    ANSWERED.includes(table) ? undefined : contract.expect(table, value),
    contract.shapeOf(table, value),
  ]);
}

/** What no single value shows: names of things that exist, fields that stay, samples that cases are made from. */
function casesOf(contract: Contract): string {
  const tables = Object.keys(TABLE_FILES) as TableName[];
  return JSON.stringify([
    contract.rules
      .filter(({ keyword }) => keyword === 'x-refers-to')
      .map(({ pointer, name, requirement }) => [pointer, name, requirement]),
    contract.constants.map(({ field, requirement, needs }) => [field, requirement, needs]),
    tables.map((table) => contract.additional(table)),
    contract.rulesOf('table-1').map(({ schema }) => schema.examples),
  ]);
}
