import type { Coverage, ExchangeEvidence } from './results.ts';
import {
  ACTORS,
  DECISIONS,
  type DimensionName,
  exclusionOf,
  type MistakeKind,
  NO_MISTAKE,
  REPETITIONS,
  type Situation,
  STATES,
} from './situations.ts';

const ORDER: readonly DimensionName[] = ['state', 'decision', 'mistake', 'repetition', 'actor'];
const TRIPLE = ['state', 'decision', 'mistake'] as const;

/**
 * Which combinations of values the updates of a run met.
 * @param mistakes every kind of mistake that the suite knows
 */
export function coverageOf(
  exchanges: Iterable<Pick<ExchangeEvidence, 'situation'>>,
  mistakes: readonly MistakeKind[],
): Coverage {
  const met = [...exchanges].flatMap(({ situation }) => situation ?? []);
  const values: Record<DimensionName, readonly string[]> = {
    state: STATES,
    decision: DECISIONS,
    mistake: [NO_MISTAKE, ...mistakes.map(({ name }) => name)],
    repetition: REPETITIONS,
    actor: ACTORS,
  };
  const kinds = new Map(mistakes.map((kind) => [kind.name, kind]));
  const excluded = (chosen: Partial<Situation>) => exclusionOf(chosen, kinds.get(chosen.mistake ?? ''));
  const count = (names: readonly DimensionName[]) => {
    const counts = new Map<string, number>();
    for (const situation of met) {
      const key = keyOf(names.map((name) => situation[name]));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const pairs = ORDER.flatMap((first, index) =>
    ORDER.slice(index + 1).map((second) => {
      const counts = count([first, second]);
      const cells = values[first].flatMap((a) =>
        values[second].map((b) => {
          const reason = excluded({ [first]: a, [second]: b });
          return {
            values: [a, b] as [string, string],
            requests: counts.get(keyOf([a, b])) ?? 0,
            ...(reason === undefined ? {} : { excluded: reason }),
          };
        }),
      );
      return { dimensions: [first, second] as [string, string], cells };
    }),
  );
  const triples = count(TRIPLE);
  const all = values.state.flatMap((state) =>
    values.decision.flatMap((decision) =>
      values.mistake
        .filter((mistake) => excluded({ state, decision, mistake } as Partial<Situation>) === undefined)
        .map((mistake) => [state, decision, mistake]),
    ),
  );
  const missing = all.filter((triple) => !triples.has(keyOf(triple)));
  return {
    dimensions: ORDER.map((name) => ({ name, values: [...values[name]] })),
    pairs,
    triples: {
      dimensions: [...TRIPLE],
      met: all.length - missing.length,
      of: all.length,
      missing: missing.map((triple) => triple.join(' × ')),
    },
  };
}

const keyOf = (values: readonly string[]) => values.join('\n');
