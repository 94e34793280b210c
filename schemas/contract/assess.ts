import type { ErrorObject } from 'ajv';
import type { RequirementId } from '../requirements.ts';
import type { TableName } from '../tables.ts';
import { isEcho, type RequestValues } from './echo.ts';
import { misplaced } from './misplaced.ts';
import { type Condition, isJudgedAlone, placeOf, type Rule, stage } from './rules.ts';
import { at, isObject, step, type Tables } from './schema.ts';
import { errorsOf, isRefused, matches, validatorOf } from './validators.ts';
import { type Breach, explain } from './words.ts';

/** What a value shows about one requirement; `void` where something else that is broken leaves nothing to say. */
export type Assessment =
  | { kind: 'held' }
  | ({ kind: 'broken' } & Breach)
  | { kind: 'void'; because: RequirementId };

/** Every requirement that has something to say of a value. */
export type Assessments = ReadonlyMap<RequirementId, Assessment>;

/**
 * Holds a value against a table once. Ajv judges the standard keywords, an annotation what it says; an error
 * belongs to the rule that it comes from. A rule is void where a broken one stands in its way, and does not apply
 * where its `if` is not met by a value that is right itself.
 * @param request what the value may have to repeat; without it, nothing is held against a request
 */
export function assess(
  tables: Tables,
  rules: readonly Rule[],
  table: TableName,
  value: unknown,
  request?: RequestValues,
): Assessments {
  const validate = validatorOf(tables, table);
  const errors = isRefused(validate) ? [] : errorsOf(validate, value);
  const judged = judgedBy(rules, table);
  const applying = judged.filter((rule) =>
    rule.when.every(({ schema, instance }) => matches(schema, at(value, instance))),
  );
  const broken = new Map<Rule, Breach>();
  for (const rule of applying) {
    if (errors.some((error) => isOf(error, rule)) || breaksAnnotation(rule, value, request))
      broken.set(rule, explain(rule, at(value, rule.instance), request));
  }
  for (const [rule, breach] of misplaced(tables, judged, new Set(broken.keys()), value, request))
    broken.set(rule, breach);
  const causes = [...broken.keys()].sort(
    (a, b) => a.instance.length - b.instance.length || stage(a) - stage(b),
  );
  const isApplying = new Set(applying);
  const findings = judged.flatMap((rule): [Rule, Assessment][] => {
    const obstacle = causes.find(
      (cause) =>
        cause.requirement !== rule.requirement &&
        (standsInTheWay(cause, rule) || rule.when.some((condition) => isAbout(cause, condition))),
    );
    const breach = broken.get(rule);
    if (obstacle) return [[rule, { kind: 'void', because: obstacle.requirement }]];
    if (breach) return [[rule, { kind: 'broken', ...breach }]];
    return isApplying.has(rule) ? [[rule, { kind: 'held' }]] : [];
  });
  return combined(findings);
}

const byTable = new WeakMap<readonly Rule[], Map<TableName, readonly Rule[]>>();

/** The rules of a table that one value can break, those that stand in the way of others first. */
function judgedBy(rules: readonly Rule[], table: TableName): readonly Rule[] {
  const known = byTable.get(rules) ?? new Map<TableName, readonly Rule[]>();
  byTable.set(rules, known);
  const judged =
    known.get(table) ??
    rules.filter((rule) => rule.table === table && isJudgedAlone(rule)).sort((a, b) => stage(a) - stage(b));
  known.set(table, judged);
  return judged;
}

const WEIGHT = { held: 0, void: 1, broken: 2 } as const;

/** A requirement is broken where one of its rules is, void where one is and none broken, and held otherwise. */
function combined(findings: readonly [Rule, Assessment][]): Assessments {
  const assessments = new Map<RequirementId, Assessment>();
  for (const [{ requirement }, finding] of findings) {
    const known = assessments.get(requirement);
    if (!known || WEIGHT[finding.kind] > WEIGHT[known.kind]) assessments.set(requirement, finding);
  }
  return assessments;
}

/** Ajv keeps the schema objects as they are and hands them over with its errors. */
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
  request: RequestValues | undefined,
): boolean {
  const value = at(whole, instance);
  if (keyword === 'x-expected') return isObject(value) && value[name ?? ''] === undefined;
  const echo = schema['x-echo'];
  return keyword === 'x-echo' && echo !== undefined && request !== undefined && !isEcho(echo, value, request);
}

/** A container that is not there, or is no object, leaves nothing to be said of what it should hold. */
function standsInTheWay(cause: Rule, rule: Rule): boolean {
  // What callers can merely expect may be absent, and then nothing else about it is broken.
  if (cause.keyword === 'x-expected') return false;
  const [place, about] = [placeOf(cause), placeOf(rule)];
  if (about === place) return stage(cause) < stage(rule);
  return about.startsWith(`${place}/`) && stage(cause) < 3;
}

/** Whether a broken rule is about a value that a condition looks at: then nobody knows if the condition is met. */
function isAbout(cause: Rule, { instance, schema }: Condition): boolean {
  if (cause.keyword === 'x-expected') return false;
  const looksAt = (schema.not ?? schema).properties ?? {};
  return Object.keys(looksAt).some((name) => placeOf(cause) === `${instance}${step(name)}`);
}
