import type { TransitionKind, Verdict } from './results.ts';

/** How each kind is told, in the order in which a reader wants to know. */
export const TRANSITION_KINDS: Readonly<Record<TransitionKind, { title: string; meaning: string }>> = {
  new: { title: 'New', meaning: 'broken now, and not before' },
  worse: { title: 'Worse', meaning: 'broken before, and it weighs more now' },
  lost: { title: 'Lost', meaning: 'not known any more, whatever it was before' },
  changed: { title: 'Changed', meaning: 'not broken, and not what it was' },
  better: { title: 'Eased', meaning: 'still broken, and it weighs less now' },
  fixed: { title: 'Fixed', meaning: 'broken before, and holds now' },
  gained: { title: 'Gained', meaning: 'not known before, and holds now' },
  unchanged: { title: 'Unchanged', meaning: 'broken before and now' },
  same: { title: 'As before', meaning: 'as it was' },
};

export interface Transition {
  kind: TransitionKind;
  /** Follows a requirement's id: `fails now, held before`. */
  words: string;
}

/** How a verdict is told: of now, of before, and of both. */
const WORDS: Readonly<Record<Verdict, { now: string; before: string; both: string }>> = {
  pass: { now: 'holds now', before: 'held before', both: 'holds as before' },
  fail: { now: 'fails now', before: 'failed before', both: 'fails as before' },
  warn: { now: 'is a warning now', before: 'was a warning before', both: 'is a warning as before' },
  observed: {
    now: 'is only recorded now',
    before: 'was only recorded before',
    both: 'is recorded as before',
  },
  known: {
    now: 'is broken and waived now',
    before: 'was broken and waived before',
    both: 'is a known deviation as before',
  },
  untested: { now: 'not tested now', before: 'was not tested before', both: 'not tested, as before' },
  error: {
    now: 'could not be found out now',
    before: 'could not be found out before',
    both: 'could not be found out, as before',
  },
};

/** Verdicts that say that something is broken, the one that weighs least first; and how each is told where it is lost. */
const BROKEN = new Map<Verdict, string>([
  ['known', 'was a known deviation'],
  ['warn', 'was a warning'],
  ['fail', 'was failing'],
]);
const weightOf = (verdict: Verdict) => [...BROKEN.keys()].indexOf(verdict);
const isUnknown = (verdict: Verdict) => verdict === 'untested' || verdict === 'error';

function kindOf(from: Verdict, to: Verdict): TransitionKind {
  if (from === to) return BROKEN.has(to) ? 'unchanged' : 'same';
  if (isUnknown(to)) return 'lost';
  if (BROKEN.has(to)) {
    if (!BROKEN.has(from)) return 'new';
    return weightOf(to) > weightOf(from) ? 'worse' : 'better';
  }
  if (isUnknown(from)) return 'gained';
  return BROKEN.has(from) && to === 'pass' ? 'fixed' : 'changed';
}

/** What it comes to that an earlier verdict is another one now, or the same. */
export function transitionBetween(from: Verdict, to: Verdict): Transition {
  // A baseline of another version may hold a verdict that this one does not know.
  if (!Object.hasOwn(WORDS, from)) return transitionOfUnknown(to, 'now');
  const kind = kindOf(from, to);
  if (from === to) return { kind, words: WORDS[to].both };
  const lost = kind === 'lost' && BROKEN.get(from);
  const before = lost ? `${lost}: nothing shows that it is fixed` : WORDS[from].before;
  return { kind, words: `${WORDS[to].now}, ${before}` };
}

/** What an observation that is not the earlier one comes to. */
export const OBSERVATION_CHANGED: Transition = {
  kind: 'changed',
  words: 'the server does something else than before',
};

/** Of a requirement that only one of the two runs knew. */
export function transitionOfUnknown(verdict: Verdict, known: 'before' | 'now'): Transition {
  if (known === 'before') return { kind: 'lost', words: `not known to this suite, ${verdict} before` };
  const kind = BROKEN.has(verdict) ? 'new' : isUnknown(verdict) ? 'lost' : 'gained';
  return { kind, words: `${verdict} now, not known to the earlier suite` };
}
