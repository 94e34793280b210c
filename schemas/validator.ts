import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import errorBody from './tables/error-body.schema.json' with { type: 'json' };
import table1 from './tables/table-1-path-parameters.schema.json' with { type: 'json' };
import table2 from './tables/table-2-request-headers.schema.json' with { type: 'json' };
import table3 from './tables/table-3-request-body.schema.json' with { type: 'json' };
import table4 from './tables/table-4-response-body.schema.json' with { type: 'json' };
import table5 from './tables/table-5-member.schema.json' with { type: 'json' };
import { parseTimestamp } from './timestamp.ts';

export const tableSchemas = {
  'table-1': table1,
  'table-2': table2,
  'table-3': table3,
  'table-4': table4,
  'table-5': table5,
  'error-body': errorBody,
} as const;

export type TableName = keyof typeof tableSchemas;

/** One way in which a value breaks its schema. */
export interface SchemaIssue {
  /** Where in the value: `member.created_at`; empty for the value itself. */
  path: string;
  keyword: string;
  message: string;
}

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
ajv.addFormat('cbr-timestamp', { type: 'string', validate: (text: string) => parseTimestamp(text) !== null });
for (const schema of Object.values(tableSchemas)) ajv.addSchema(schema);

function compiled(name: TableName): ValidateFunction {
  const validate = ajv.getSchema(tableSchemas[name].$id);
  if (!validate) throw new Error(`no schema for ${name}`);
  return validate;
}

/** @returns what is wrong with the value, empty where it is valid */
export function validateTable(name: TableName, value: unknown): SchemaIssue[] {
  const validate = compiled(name);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, keyword, message = keyword }) => ({
    path: instancePath.slice(1).replaceAll('/', '.'),
    keyword,
    message,
  }));
}
