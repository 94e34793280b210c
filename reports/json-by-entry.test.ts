import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonByEntry } from './json-by-entry.ts';

const REPORT = {
  verdict: 'conformant',
  baseline: undefined,
  waivers: [],
  counts: { pass: 2 },
  exchanges: { 'w0-1': { status: 200, headers: [['Date', 'today']] }, 'w0-2': null },
  tests: [{ id: 'a', reason: '' }],
};

test('An entry stands on one line, and what is empty or absent takes none', () => {
  assert.equal(
    jsonByEntry(REPORT, 2),
    `{
  "verdict": "conformant",
  "waivers": [],
  "counts": {
    "pass": 2
  },
  "exchanges": {
    "w0-1": {"status":200,"headers":[["Date","today"]]},
    "w0-2": null
  },
  "tests": [
    {"id":"a","reason":""}
  ]
}
`,
  );
});

test('The layout changes nothing of what is said, whatever its depth', () => {
  for (const levels of [0, 1, 2, 3, 9])
    assert.deepEqual(JSON.parse(jsonByEntry(REPORT, levels)), JSON.parse(JSON.stringify(REPORT)));
});
