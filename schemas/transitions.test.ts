import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TransitionKind, Verdict } from './results.ts';
import { TRANSITION_KINDS, transitionBetween, transitionOfUnknown } from './transitions.ts';

const VERDICTS: Verdict[] = ['pass', 'fail', 'warn', 'observed', 'known', 'untested', 'error'];

/** One letter a cell, row by row: the table as it is meant. */
const MEANT: Record<Verdict, string> = {
  pass: 'same new new changed new lost lost',
  fail: 'fixed unchanged better changed better lost lost',
  warn: 'fixed worse unchanged changed better lost lost',
  observed: 'changed new new same new lost lost',
  known: 'fixed worse worse changed unchanged lost lost',
  untested: 'gained new new gained new same lost',
  error: 'gained new new gained new lost same',
};
const broken = (verdict: Verdict) => ['fail', 'warn', 'known'].includes(verdict);
const unknown = (verdict: Verdict) => ['untested', 'error'].includes(verdict);

for (const from of VERDICTS) {
  VERDICTS.forEach((to, index) => {
    const { kind, words } = transitionBetween(from, to);
    test(`From ${from} to ${to} is “${kind}”, and says so`, () => {
      assert.equal(kind, MEANT[from].split(' ')[index]);
      assert.ok(words.length > 10);
      if (from === to) assert.match(words, /as before/);
      else assert.match(words, /now/);
    });
  });
}

test('No two transitions are told in the same words', () => {
  const words = VERDICTS.flatMap((from) => VERDICTS.map((to) => transitionBetween(from, to).words));
  assert.equal(new Set(words).size, 49);
});

test('A failure never leaves unsaid: whatever was broken and is not known any more is lost, not fixed', () => {
  for (const from of VERDICTS.filter(broken)) {
    for (const to of VERDICTS) {
      const { kind } = transitionBetween(from, to);
      assert.notEqual(kind, 'same');
      assert.equal(kind === 'lost', unknown(to));
      assert.equal(kind === 'fixed', to === 'pass');
    }
  }
  for (const from of VERDICTS.filter((verdict) => !broken(verdict)))
    for (const to of VERDICTS.filter(broken)) assert.equal(transitionBetween(from, to).kind, 'new');
});

test('Every kind is used and has a meaning', () => {
  const used = new Set(VERDICTS.flatMap((from) => VERDICTS.map((to) => transitionBetween(from, to).kind)));
  assert.deepEqual([...used].sort(), (Object.keys(TRANSITION_KINDS) as TransitionKind[]).sort());
});

test('A requirement that one of the two suites did not know is told', () => {
  assert.deepEqual(transitionOfUnknown('fail', 'now').kind, 'new');
  assert.deepEqual(transitionOfUnknown('pass', 'now').kind, 'gained');
  assert.deepEqual(transitionOfUnknown('untested', 'now').kind, 'lost');
  assert.deepEqual(transitionOfUnknown('fail', 'before').kind, 'lost');
});

test('A verdict of another version is told as one that the earlier suite did not know', () => {
  assert.equal(transitionBetween('flaky' as Verdict, 'fail').kind, 'new');
  assert.equal(transitionBetween('toString' as Verdict, 'pass').kind, 'gained');
});
