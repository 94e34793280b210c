import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sampleReport } from './html/sample-reports.ts';
import { OUTPUTS } from './outputs.ts';

const directory = mkdtempSync(join(tmpdir(), 'rerender-'));
after(() => rmSync(directory, { recursive: true }));

function rerender(...args: string[]) {
  const script = join(import.meta.dirname, 'rerender.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function write(name: string, content: unknown): string {
  const path = join(directory, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const FILES = Object.keys(OUTPUTS).sort();

test('An old report is rendered anew beside itself, and its own file stays as it was', () => {
  const path = write(
    'conformance.json',
    `${JSON.stringify(sampleReport({ broken: ['BODY-04'] }), null, 2)}\n`,
  );
  const before = readFileSync(path);
  const { status, stdout, stderr } = rerender(directory);
  assert.equal(status, 0, stderr);
  for (const name of FILES) assert.match(stdout, new RegExp(`${name}$`, 'm'));
  assert.deepEqual(readdirSync(directory).sort(), FILES);
  assert.deepEqual(readFileSync(path), before);
  assert.match(readFileSync(join(directory, 'summary.md'), 'utf8'), /BODY-04/);
});

test('A report under another name is rendered into a directory that is given', () => {
  const path = write('old.json', sampleReport());
  const refused = rerender(path);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /old\.json is not called conformance\.json: name a directory/);
  const out = join(directory, 'out');
  assert.equal(rerender(path, '--out', out).status, 0);
  assert.deepEqual(readdirSync(out).sort(), FILES);
});

test('What is no report, or another version’s, is one clear message and exit 2', () => {
  const messages: [string[], RegExp][] = [
    [[], /^Usage: npm run report/],
    [['--other'], /Unknown option '--other'/],
    [[join(directory, 'nowhere.json')], /there is no such file/],
    [[write('text.json', 'no JSON')], /cannot be read/],
    [[write('list.json', [1])], /is no report of a run/],
    [[write('next.json', { ...sampleReport(), schemaVersion: 2 })], /schemaVersion 2, and .* reads 1/],
    [[write('torn.json', { ...sampleReport(), suite: null }), '--out', directory], /torn\.json .* damaged/],
  ];
  for (const [args, message] of messages) {
    const { status, stderr } = rerender(...args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /^\s+at /m);
  }
});
