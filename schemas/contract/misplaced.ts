import { type RequestValues, repeats } from './echo.ts';
import { placeOf, type Rule, stage } from './rules.ts';
import { at, isObject, step, type Tables } from './schema.ts';
import { type Breach, fieldOf, show, tableOf } from './words.ts';

/** How deep an answer is searched for a record that stands elsewhere. */
const SEARCH_DEPTH = 3;

/**
 * One breach where many would say the same: documented names are missing in their place, and the same is told
 * under other names, or elsewhere in the answer. Only what surely is the same counts: the same letters and digits,
 * a plural of them, two documented names together, or the very value that the request asks to have repeated.
 * A field that stands in its place as well is not looked for.
 * @returns the rules that are broken by it, each with the breach that tells them all
 */
export function misplaced(
  tables: Tables,
  rules: readonly Rule[],
  broken: ReadonlySet<Rule>,
  whole: unknown,
  request?: RequestValues,
): [Rule, Breach][] {
  const named = rules.filter(({ keyword }) => keyword === 'properties');
  return [...new Set(named.map(({ instance }) => instance))].flatMap((place) => {
    const names = named.filter(({ instance }) => instance === place);
    const here = at(whole, place);
    const missing = names.filter(({ name = '' }) => !isObject(here) || here[name] === undefined);
    if (missing.length === names.length) {
      const moved = movedAsAWhole(names, broken, whole, place);
      if (moved.length > 0) return moved;
    }
    if (!isObject(here)) return [];
    const told = missing.flatMap((rule) => {
      const to = otherName(rule, names, here) ?? otherPlace(rule, rules, whole, place, request);
      return to === undefined ? [] : [{ rule, to }];
    });
    const [first] = told;
    if (!first) return [];
    const breach: Breach = {
      message: `${tableOf(first.rule, tables)}'s ${told.map(({ rule, to }, index) => `${rule.name} ${index === 0 ? 'is told as' : 'as'} ${to}`).join(', ')}.`,
      field: fieldOf(`${place}${step(first.to)}`),
      expected: told.map(({ rule }) => rule.name).join(', '),
      received: told.map(({ to }) => to).join(', '),
    };
    return told.map(({ rule }): [Rule, Breach] => [rule, breach]);
  });
}

/** Letters and digits alone: `backupId` and `Backup-ID` are `backup_id`. */
const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const isSameName = (name: string, documented: string): boolean =>
  [documented, `${documented}s`, `${documented}es`].some((form) => plain(form) === plain(name));

/** Another name in the place of a documented one; under which nothing is told, that is no other name. */
function otherName({ name = '' }: Rule, names: readonly Rule[], here: Record<string, unknown>) {
  const documented = new Set(names.map((rule) => rule.name));
  return Object.entries(here).find(
    ([key, value]) => !documented.has(key) && isSameName(key, name) && value !== null && value !== '',
  )?.[0];
}

/** Where else a value stands that must repeat the request's: one level deeper, or in one of the levels above. */
function otherPlace(
  { name = '', instance }: Rule,
  rules: readonly Rule[],
  whole: unknown,
  place: string,
  request: RequestValues | undefined,
): string | undefined {
  const echoes = rules.filter(
    (rule) => rule.keyword === 'x-echo' && rule.instance === `${instance}${step(name)}`,
  );
  const holds = (holder: unknown) =>
    isObject(holder) &&
    Object.keys(holder).find(
      (key) => isSameName(key, name) && echoes.some((rule) => repeats(rule, holder[key], request)),
    );
  const here = at(whole, place);
  for (const [key, inner] of Object.entries(isObject(here) ? here : {})) {
    const found = holds(Array.isArray(inner) ? inner[0] : inner);
    if (found) return `${key}.${found}`;
  }
  for (let above = place; above !== ''; ) {
    above = above.slice(0, above.lastIndexOf('/'));
    const found = holds(at(whole, above));
    if (found) return above === '' ? `${found} at the top` : `${found} at ${fieldOf(above)}`;
  }
  return undefined;
}

/** The record itself, elsewhere. */
function movedAsAWhole(
  names: readonly Rule[],
  broken: ReadonlySet<Rule>,
  whole: unknown,
  place: string,
): [Rule, Breach][] {
  const elsewhere = objectsIn(whole, names).find(({ pointer, hits }) => pointer !== place && hits > 1);
  if (!elsewhere) return [];
  const here = at(whole, place);
  const [wanted, found] = [
    place === '' ? 'at the top' : `at ${fieldOf(place)}`,
    elsewhere.pointer === '' ? 'at the top, outside of it' : `at ${fieldOf(elsewhere.pointer)}`,
  ];
  const breach: Breach = {
    message: `What the contract has ${wanted} stands ${found}.`,
    field: fieldOf(place),
    expected: `{${names.map(({ name }) => `"${name}"`).join(', ')}}`,
    received: show(here),
  };
  // Where nothing stands in the place, that is what is broken, and this is the reason.
  const about = isObject(here)
    ? names
    : [...broken].filter((rule) => placeOf(rule) === place && stage(rule) < 3);
  return about.map((rule): [Rule, Breach] => [rule, breach]);
}

/** The objects in an answer that hold documented names, in whatever spelling; most names first. */
function objectsIn(whole: unknown, names: readonly Rule[]): { pointer: string; hits: number }[] {
  const found: { pointer: string; hits: number }[] = [];
  const search = (value: unknown, pointer: string, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > SEARCH_DEPTH) return;
    if (isObject(value)) {
      const keys = Object.keys(value);
      const hits = names.filter(({ name = '' }) => keys.some((key) => plain(key) === plain(name))).length;
      found.push({ pointer, hits });
    }
    for (const [key, inner] of Object.entries(value)) search(inner, `${pointer}${step(key)}`, depth + 1);
  };
  search(whole, '', 0);
  return found.sort((a, b) => b.hits - a.hits);
}
