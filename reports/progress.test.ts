import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Progress, type ProgressMode, progressMode } from './progress.ts';
import { sectionLine } from './progress-lines.ts';

const TITLES = ['URI and path', 'Table 3', 'Table 3'];

function recorded(mode: ProgressMode, titles: readonly string[] = TITLES, columns = 80) {
  const written: string[] = [];
  let now = 0;
  const screen = { columns, write: (text: string) => written.push(text) };
  const progress = new Progress(screen, titles, { mode, now: () => now });
  const pass = (ms: number) => {
    now += ms;
  };
  return { progress, written, pass };
}

test('In a pipeline a section is one line when it is finished, and a failure is told at once', () => {
  const { progress, written } = recorded('plain');
  progress.testEnded('Table 3', undefined);
  assert.deepEqual(written, []);
  progress.testEnded('URI and path', undefined);
  progress.testEnded('Table 3', 'BODY-04 status accepted, vault_id absent is refused: It is taken.');
  progress.end();
  assert.deepEqual(written, [
    '✓ URI and path: 1 test\n',
    '  ✗ BODY-04 status accepted, vault_id absent is refused: It is taken.\n',
    '✗ Table 3: 2 tests, 1 failed\n',
  ]);
});

test('Hundreds of failures are not told one by one, and none of them gives the pipeline a command', () => {
  const { progress, written } = recorded('plain', Array<string>(100).fill('Table 3'));
  for (let index = 0; index < 100; index += 1)
    progress.testEnded('Table 3', '::add-mask::a\n::error::b ##[c]');
  assert.equal(written.length, 22);
  assert.equal(written[20], '  Further failures are only counted.\n');
  for (const line of written.join('').split('\n')) assert.doesNotMatch(line, /^\s*::|##\[/);
});

test('On a terminal every section is a line that is drawn over itself, not more often than the eye needs', () => {
  const { progress, written, pass } = recorded('live');
  progress.testEnded('Table 3', undefined);
  progress.testEnded('Table 3', 'wrong');
  assert.equal(written.length, 1);
  pass(100);
  progress.testEnded('URI and path', undefined);
  progress.end();
  assert.equal(written.length, 3);
  assert.ok(written.slice(1).every((text) => text.startsWith('\u001b[2A')));
  assert.match(written[2] ?? '', /✓ URI and path +█{16} +1\/1\u001b\[K\n/);
  assert.match(written[2] ?? '', /✗ Table 3 +█{16} +2\/2 1 failed\u001b\[K\n/);
});

test('Nothing is drawn for a run that ended before its first test', () => {
  const { progress, written } = recorded('live');
  progress.end();
  assert.deepEqual(written, []);
});

test('A line fits into eighty columns, and into fewer', () => {
  const section = { title: 'x'.repeat(200), planned: 1234, done: 1000, failed: 999 };
  assert.ok(sectionLine(section, 79).length <= 79);
  assert.match(sectionLine({ ...section, title: 'Table 3' }, 79), /999 failed$/);
  assert.equal(sectionLine(section, 40).length, 40);
});

test('A file gets no progress, a pipeline plain lines, a terminal a picture where it has room', () => {
  assert.equal(progressMode({ isTTY: false }, {}, 9), 'none');
  assert.equal(progressMode({ isTTY: false }, { CI: 'true' }, 9), 'plain');
  assert.equal(progressMode({ isTTY: true, rows: 24 }, { CI: 'true' }, 9), 'plain');
  assert.equal(progressMode({ isTTY: true, rows: 24 }, {}, 9), 'live');
  assert.equal(progressMode({ isTTY: true, rows: 10 }, {}, 9), 'plain');
  assert.equal(progressMode({ isTTY: true, rows: 24 }, { TERM: 'dumb' }, 9), 'plain');
});
