import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { filedReport } from './filed-report.ts';
import { OUTPUTS } from './outputs.ts';
import { rerender } from './rerender.ts';
import { sampleReport } from './testing/sample-reports.ts';

const directory = mkdtempSync(join(tmpdir(), 'rerender-'));
after(() => rmSync(directory, { recursive: true }));

function write(name: string, content: unknown): string {
  const path = join(directory, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const FILES = Object.keys(OUTPUTS).sort();

test('An old report is rendered anew beside itself, and its own file stays as it was', () => {
  const path = write(
    'conformance.json',
    OUTPUTS['conformance.json']?.(sampleReport({ broken: ['BODY-04'] }), { playwright: false }),
  );
  const before = readFileSync(path);
  assert.deepEqual(rerender(directory).sort(), FILES.map((name) => join(directory, name)).sort());
  assert.deepEqual(readdirSync(directory).sort(), FILES);
  assert.deepEqual(readFileSync(path), before);
  assert.match(readFileSync(join(directory, 'summary.md'), 'utf8'), /BODY-04/);
});

test('A report under another name is rendered into a directory that is given', () => {
  const path = write('old.json', filedReport(sampleReport()));
  assert.throws(() => rerender(path), /old\.json is not called conformance\.json: name a directory/);
  const out = join(directory, 'out');
  rerender(path, out);
  assert.deepEqual(readdirSync(out).sort(), FILES);
});

test('What is no report, or another version’s, is one clear message', () => {
  const messages: [path: string, message: RegExp][] = [
    [join(directory, 'nowhere.json'), /there is no such file/],
    [write('text.json', 'no JSON'), /cannot be read/],
    [write('list.json', [1]), /is no report of a run/],
    [
      write('next.json', { ...filedReport(sampleReport()), schemaVersion: 3 }),
      /schemaVersion 3, and .* reads 1 and 2/,
    ],
    [write('torn.json', { ...filedReport(sampleReport()), suite: null }), /torn\.json .* damaged/],
    [write('cut.json', { ...filedReport(sampleReport()), exchanges: null }), /cut\.json is damaged/],
  ];
  for (const [path, message] of messages) assert.throws(() => rerender(path, directory), message);
});
