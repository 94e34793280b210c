import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut } from './json-layout.ts';

test('A JSON text is laid out a member a line', () => {
  assert.equal(
    layOut('{"a":1,"b":{"c":[true,"x, y: {z}"]},"d":[],"e":{}}'),
    [
      '{',
      '  "a": 1,',
      '  "b": {',
      '    "c": [',
      '      true,',
      '      "x, y: {z}"',
      '    ]',
      '  },',
      '  "d": [],',
      '  "e": {}',
      '}',
    ].join('\n'),
  );
});

test('Tokens stay as they were sent: repeated names, escapes, numbers', () => {
  assert.equal(
    layOut('{"a":1.50,"a":"\\u00e9\\"",  "b":1e3}'),
    '{\n  "a": 1.50,\n  "a": "\\u00e9\\"",\n  "b": 1e3\n}',
  );
});

test('What is no JSON stays as it is', () => {
  for (const text of ['{"a":', 'no JSON', '', '{"a":1}}']) assert.equal(layOut(text), text);
});
