import { evaluate, type RequestValues } from './echo.ts';
import { placeOf, type Rule } from './rules.ts';
import type { Schema, Tables } from './schema.ts';

/** What is wrong with a value, for people. */
export interface Breach {
  message: string;
  field: string;
  expected: string;
  received: string;
}

/** `member.status` for `/member/status`, `body` for the whole. */
export const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.') || 'body';

/** As it is written in JSON, cut to a length that a report can show. */
export const show = (value: unknown): string =>
  (value === undefined ? 'absent' : (JSON.stringify(value) ?? String(value))).slice(0, 200);

const either = (words: readonly unknown[]) => words.map(String).join(' or ');

/** What a schema asks for, in words: `32 hexadecimal digits`, `"pending" or "accepted"`. */
export function phrase(schema: Schema): string {
  const { type, enum: words, format, pattern, minLength, examples = [], 'x-form': form } = schema;
  if (schema.$ref) return 'an object';
  if (words) return words.map(show).join(' or ');
  if (form !== undefined) return form;
  if (pattern !== undefined) return `a string that matches ${pattern}`;
  if (format !== undefined && examples.length > 0) return `such as ${either(examples)}`;
  if (format !== undefined) return `a string of the format ${format}`;
  if (type === 'object')
    return `{${Object.keys(schema.properties ?? {})
      .map((name) => `"${name}": …`)
      .join(', ')}}`;
  if (schema.anyOf) return either(schema.anyOf.map(({ title, $ref }) => title ?? $ref?.split('/').at(-1)));
  if (minLength === 1) return 'a string with something in it';
  if (minLength !== undefined) return `a string of at least ${minLength} characters`;
  return type === undefined ? 'a value' : `a ${either([type].flat())}`;
}

const MESSAGES: Record<string, string> = {
  type: 'is not of the documented type',
  enum: 'is none of the documented words',
  anyOf: 'has none of the known shapes',
  additionalProperties: 'has names that are not documented',
};

/** What breaking a rule is called, with what it asks for and what there was. */
export function explain(rule: Rule, value: unknown, request?: RequestValues): Breach {
  const { schema, keyword, name, instance } = rule;
  const field = fieldOf(placeOf(rule));
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
  const about: Schema =
    keyword === 'type' && schema.type !== undefined && schema.type !== 'object'
      ? { type: schema.type }
      : schema;
  return {
    message: `${fieldOf(instance)} ${MESSAGES[keyword] ?? 'is not in the documented form'}.`,
    field,
    expected: phrase(about),
    received,
  };
}

/** `Table 5` of `Table 5: member`: the table that a rule is written in. */
export function tableOf({ home }: Rule, tables: Tables): string {
  const [table] = home.split('#') as [keyof Tables];
  return tables[table].title?.split(':')[0] ?? table;
}
