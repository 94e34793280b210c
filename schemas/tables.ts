import errorBody from './tables/error-body.schema.json' with { type: 'json' };
import table1 from './tables/table-1-path-parameters.schema.json' with { type: 'json' };
import table2 from './tables/table-2-request-headers.schema.json' with { type: 'json' };
import table3 from './tables/table-3-request-body.schema.json' with { type: 'json' };
import table4 from './tables/table-4-response-body.schema.json' with { type: 'json' };
import table5 from './tables/table-5-member.schema.json' with { type: 'json' };

export const tableSchemas = {
  'table-1': table1,
  'table-2': table2,
  'table-3': table3,
  'table-4': table4,
  'table-5': table5,
  'error-body': errorBody,
} as const;

export type TableName = keyof typeof tableSchemas;

/** Where each table is written, from the root of the project. */
export const TABLE_FILES: Readonly<Record<TableName, string>> = {
  'table-1': 'schemas/tables/table-1-path-parameters.schema.json',
  'table-2': 'schemas/tables/table-2-request-headers.schema.json',
  'table-3': 'schemas/tables/table-3-request-body.schema.json',
  'table-4': 'schemas/tables/table-4-response-body.schema.json',
  'table-5': 'schemas/tables/table-5-member.schema.json',
  'error-body': 'schemas/tables/error-body.schema.json',
};
