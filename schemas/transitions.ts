import type { Verdict } from './results.ts';

/** What it means for a requirement that its verdict was one thing in an earlier run and is another now. */
export type TransitionKind =
  | 'new'
  | 'worse'
  | 'unchanged'
  | 'better'
  | 'fixed'
  | 'lost'
  | 'gained'
  | 'changed'
  | 'same';

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

type Table = Readonly<Record<Verdict, Readonly<Record<Verdict, Transition>>>>;

const of = (kind: TransitionKind, words: string): Transition => ({ kind, words });

/** Earlier verdict, then the one of now: all 49. */
export const TRANSITIONS: Table = {
  pass: {
    pass: of('same', 'holds as before'),
    fail: of('new', 'fails now, held before'),
    warn: of('new', 'is a warning now, held before'),
    observed: of('changed', 'is only recorded now, was judged and held before'),
    known: of('new', 'is broken and waived now, held before'),
    untested: of('lost', 'not tested now, held before'),
    error: of('lost', 'could not be found out now, held before'),
  },
  fail: {
    pass: of('fixed', 'holds now, failed before'),
    fail: of('unchanged', 'fails as before'),
    warn: of('better', 'is a warning now, failed before'),
    observed: of('changed', 'is only recorded now, failed before'),
    known: of('better', 'is waived now, and as broken as before'),
    untested: of('lost', 'not tested now, was failing: nothing shows that it is fixed'),
    error: of('lost', 'could not be found out now, was failing: nothing shows that it is fixed'),
  },
  warn: {
    pass: of('fixed', 'holds now, was a warning before'),
    fail: of('worse', 'fails now, was a warning before'),
    warn: of('unchanged', 'is a warning as before'),
    observed: of('changed', 'is only recorded now, was a warning before'),
    known: of('better', 'is waived now, was a warning before'),
    untested: of('lost', 'not tested now, was a warning: nothing shows that it is fixed'),
    error: of('lost', 'could not be found out now, was a warning: nothing shows that it is fixed'),
  },
  observed: {
    pass: of('changed', 'is judged now and holds, was only recorded before'),
    fail: of('new', 'fails now, was only recorded before'),
    warn: of('new', 'is a warning now, was only recorded before'),
    observed: of('same', 'is recorded as before'),
    known: of('new', 'is broken and waived now, was only recorded before'),
    untested: of('lost', 'not recorded now, was before'),
    error: of('lost', 'could not be found out now, was recorded before'),
  },
  known: {
    pass: of('fixed', 'holds now, was a known deviation before: its waiver can go'),
    fail: of('worse', 'fails now, was waived before'),
    warn: of('worse', 'is a warning now, was waived before'),
    observed: of('changed', 'is only recorded now, was a known deviation before'),
    known: of('unchanged', 'is a known deviation as before'),
    untested: of('lost', 'not tested now, was a known deviation: nothing shows that it is fixed'),
    error: of('lost', 'could not be found out now, was a known deviation: nothing shows that it is fixed'),
  },
  untested: {
    pass: of('gained', 'tested now and holds'),
    fail: of('new', 'fails now, was not tested before'),
    warn: of('new', 'is a warning now, was not tested before'),
    observed: of('gained', 'recorded now, was not before'),
    known: of('new', 'is broken and waived now, was not tested before'),
    untested: of('same', 'not tested, as before'),
    error: of('lost', 'could not be found out now, was not tested before'),
  },
  error: {
    pass: of('gained', 'holds now, could not be found out before'),
    fail: of('new', 'fails now, could not be found out before'),
    warn: of('new', 'is a warning now, could not be found out before'),
    observed: of('gained', 'recorded now, could not be found out before'),
    known: of('new', 'is broken and waived now, could not be found out before'),
    untested: of('lost', 'not tested now, could not be found out before'),
    error: of('same', 'could not be found out, as before'),
  },
};

/** What an observation that is not the earlier one comes to. */
export const OBSERVATION_CHANGED = of('changed', 'the server does something else than before');

/** Of a requirement that only one of the two runs knew. */
export function transitionOfUnknown(verdict: Verdict, known: 'before' | 'now'): Transition {
  const broken = verdict === 'fail' || verdict === 'warn' || verdict === 'known';
  if (known === 'now') {
    const kind = broken ? 'new' : verdict === 'pass' || verdict === 'observed' ? 'gained' : 'lost';
    return of(kind, `${verdict} now, not known to the earlier suite`);
  }
  return of('lost', `not known to this suite, ${verdict} before`);
}
