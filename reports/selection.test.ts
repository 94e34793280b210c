import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesTestsOut } from './selection.ts';

test('Options that choose, and names of files, leave tests out; others do not', () => {
  for (const args of [
    ['--grep', '@must'],
    ['--workers', '2', '-g', 'URI'],
    ['--grep-invert=x'],
    ['--last-failed'],
    ['specs/01-uri-and-path.spec.ts'],
    ['--workers=2', 'specs/01'],
  ]) {
    assert.equal(leavesTestsOut(args), true, args.join(' '));
  }
  for (const args of [[], ['--workers', '2'], ['--ui'], ['--reporter=list'], ['--max-failures', '1']]) {
    assert.equal(leavesTestsOut(args), false, args.join(' '));
  }
});
