import type { Rule } from './rules.ts';
import { at, type Echo } from './schema.ts';

/** What an answer may have to repeat: the request that it answers, ids named as in Table 1. */
export interface RequestValues {
  path: Readonly<Record<string, string>>;
  body: unknown;
}

const PATH = /^\$request\.path\.(\w+)$/;
const BODY = /^\$request\.body#((?:\/[^/]+)*)$/;

/** Where in a request a runtime expression points; `undefined` where it is none that is understood here. */
export function readExpression(expression: string): { path: string } | { body: string } | undefined {
  const [, path] = PATH.exec(expression) ?? [];
  if (path !== undefined) return { path };
  const [, body] = BODY.exec(expression) ?? [];
  return body === undefined ? undefined : { body };
}

/** OpenAPI 3.1, section 4.8.20.3, as far as paths and JSON bodies go; `undefined` where the request has no such value. */
export function evaluate(expression: string, { path, body }: RequestValues): unknown {
  const source = readExpression(expression);
  if (source === undefined) return undefined;
  return 'path' in source ? path[source.path] : at(body, source.body);
}

/** Whether a value is the one of the request; where the request has none, nothing is to be repeated. */
export function isEcho({ of, ignoreCase }: Echo, value: unknown, request: RequestValues): boolean {
  const said = evaluate(of, request);
  if (said === undefined || typeof value !== 'string') return true;
  return ignoreCase ? String(said).toLowerCase() === value.toLowerCase() : String(said) === value;
}

/** Whether a value stands for the one that a rule's schema wants repeated, and that the request has. */
export function repeats({ schema }: Rule, value: unknown, request: RequestValues | undefined): boolean {
  const echo = schema['x-echo'];
  if (!echo || !request || typeof value !== 'string') return false;
  return evaluate(echo.of, request) !== undefined && isEcho(echo, value, request);
}
