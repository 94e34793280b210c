import type { OpenAPIV3_1 } from 'openapi-types';
import type { RequirementId } from '../requirements.ts';
import type { TableName } from '../tables.ts';
import { DocumentReader } from './document.ts';
import { type ContractProblem, isObject, step, type Tables } from './schema.ts';

/** What the OpenAPI document says of the operation: what is sent, and what may be answered. */
export interface Operation {
  /** In capitals. */
  method: string;
  /** Methods that write and that the path does not have. */
  otherMethods: readonly string[];
  template: string;
  tokenHeader: string;
  bodyRequired: boolean;
  requestTypes: readonly string[];
  /** `status` is the first of `statuses`, which may hold ranges such as `2XX`. */
  success: { status: number; statuses: readonly string[]; types: readonly string[]; table: TableName };
  /**
   * `described`: those of the codes whose body is of these types and of this table; of the others nothing is said.
   * `headers`: those that come with a refusal, and with which code.
   */
  refusal: {
    statuses: readonly string[];
    described: readonly string[];
    types: readonly string[];
    table: TableName;
    headers: readonly { name: string; status: string; requirement: RequirementId | undefined }[];
  };
  /** Who is broken by what does not follow each element. */
  requirements: Readonly<Partial<Record<Element, RequirementId>>>;
}

export type Element =
  | 'path'
  | 'method'
  | 'parameters'
  | 'security'
  | 'tokenHeader'
  | 'bodyRequired'
  | 'requestTypes'
  | 'successStatus'
  | 'successTypes'
  | 'refusalStatus'
  | 'refusalTypes';

/** GET and DELETE at the same path are operations of other pages. */
const WRITING = ['PUT', 'POST', 'PATCH'];
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
type Bag = Record<string, unknown>;

/** Whether a status code is one of a list that may hold ranges, such as `5XX`. */
export const includesStatus = (statuses: readonly string[], status: number): boolean =>
  statuses.some((known) => known === String(status) || known === `${String(status)[0]}XX`);

/**
 * Reads the operation, and holds the document against itself and against the tables.
 * @param problems takes what keeps it from being read; then the elements in question are empty
 */
export function readOperation(
  openapi: OpenAPIV3_1.Document,
  tables: Tables,
  problems: ContractProblem[],
): Operation {
  const reader = new DocumentReader(openapi, problems);
  const requirements: Partial<Record<Element, RequirementId>> = {};
  const tie: Tie = (element, holder, place, keyword) => {
    const id = reader.tied(holder, place, keyword);
    if (id) requirements[element] = id;
  };
  const { template, item, method, put, pointer } = readDocument(openapi, reader);
  for (const element of ['path', 'method', 'parameters', 'security'] as const)
    tie(element, put, pointer, element);
  tie('refusalStatus', put, pointer, 'responses');
  reader.pathParameters(template, put.parameters, `${pointer}/parameters`, tables);
  const request = readRequestBody(put, pointer, reader, tie);
  const responses = isObject(put.responses) ? put.responses : {};
  const success = readSuccesses(responses, `${pointer}/responses`, reader, tie);
  const refusal = readRefusals(responses, `${pointer}/responses`, reader, tie);
  const scheme = reader.tokenScheme(tables);
  tie('tokenHeader', scheme, '/components/securitySchemes/token', 'name');
  return {
    method: method.toUpperCase(),
    otherMethods: WRITING.filter((other) => !(other.toLowerCase() in (item ?? {}))),
    template,
    tokenHeader: String(scheme.name ?? ''),
    ...request,
    success,
    refusal,
    requirements,
  };
}

/** Notes the requirement that a keyword of the document stands for. */
type Tie = (element: Element, holder: Bag, pointer: string, keyword: string) => void;

/** The one operation of the document, and where it stands. */
function readDocument(openapi: OpenAPIV3_1.Document, reader: DocumentReader) {
  reader.keys(openapi as unknown as Bag, '', [
    'openapi',
    'info',
    'servers',
    'tags',
    'security',
    'paths',
    'components',
  ]);
  if (!/^3\.1\.\d+$/.test(String(openapi.openapi)))
    reader.report('/openapi', 'is not 3.1', 'The schemas are those of OpenAPI 3.1');
  const [template, item] = reader.only(openapi.paths, '/paths', 'path');
  const path = `/paths${step(template)}`;
  const [method, put] = reader.only(item, path, 'operation');
  const pointer = `${path}/${method}`;
  if (put && !METHODS.includes(method))
    reader.report(pointer, 'is no method of HTTP', 'Name the operation after its method');
  reader.keys(put, pointer, [
    'operationId',
    'summary',
    'description',
    'tags',
    'parameters',
    'requestBody',
    'responses',
  ]);
  return { template, item, method, put, pointer };
}

function readRequestBody(
  put: Bag,
  pointer: string,
  reader: DocumentReader,
  tie: Tie,
): Pick<Operation, 'bodyRequired' | 'requestTypes'> {
  const body = isObject(put.requestBody) ? put.requestBody : {};
  const place = `${pointer}/requestBody`;
  reader.keys(body, place, ['description', 'required', 'content']);
  tie('bodyRequired', body, place, 'required');
  tie('requestTypes', body, place, 'content');
  const { types, table } = reader.content(body, place);
  reader.expectTable(table, 'table-3', `${place}/content`);
  return { bodyRequired: body.required === true, requestTypes: types };
}

function readSuccesses(
  responses: Bag,
  pointer: string,
  reader: DocumentReader,
  tie: Tie,
): Operation['success'] {
  const statuses = Object.keys(responses).filter((code) => /^2(\d\d|XX)$/.test(code));
  const answered = statuses.map((code) => {
    const response = reader.response(responses[code], `${pointer}/${code}`);
    tie('successStatus', response.value, response.pointer, 'status');
    tie('successTypes', response.value, response.pointer, 'content');
    return reader.content(response.value, response.pointer);
  });
  const [first = ''] = statuses;
  if (first === '') reader.report(pointer, 'has no success', 'Add the status code of an update that worked');
  return {
    status: Number(first.replaceAll('X', '0')),
    statuses,
    types: typesOf(answered),
    table: answered[0]?.table ?? 'table-4',
  };
}

function readRefusals(
  responses: Bag,
  pointer: string,
  reader: DocumentReader,
  tie: Tie,
): Operation['refusal'] {
  const codes = Object.keys(responses);
  for (const code of codes.filter((other) => !/^[245](\d\d|XX)$/.test(other)))
    reader.report(`${pointer}/${code}`, 'is not understood here', 'Use a code such as 404, or 5XX');
  const statuses = codes.filter((code) => /^[45]/.test(code));
  const refused = statuses.flatMap((code) => {
    const response = reader.response(responses[code], `${pointer}/${code}`);
    // An answer of which nothing is said may have any body.
    if (!('content' in response.value)) return [];
    tie('refusalTypes', response.value, response.pointer, 'content');
    return [{ code, ...reader.content(response.value, response.pointer), headers: reader.headers(response) }];
  });
  if (!statuses.some((code) => code.startsWith('4')))
    reader.report(pointer, 'has no refusal', 'Add the codes of 4xx that refusals may have');
  return {
    statuses,
    described: refused.map(({ code }) => code),
    types: typesOf(refused),
    table: refused[0]?.table ?? 'error-body',
    headers: refused[0]?.headers ?? [],
  };
}

const typesOf = (contents: readonly { types: readonly string[] }[]): string[] => [
  ...new Set(contents.flatMap(({ types }) => types)),
];
