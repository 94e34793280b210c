import { CONTRACT, type TableName, tableSchemas } from './contract.ts';

export { type TableName, tableSchemas };

/** @returns what is wrong with the value, empty where it is valid */
export const validateTable = (name: TableName, value: unknown) => CONTRACT.issues(name, value);
