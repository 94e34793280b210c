import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration, html, join, moment, plural, visible } from './markup.ts';

test('Values are escaped, in text and in attributes', () => {
  const hostile = `<script>alert("1")</script>' & more`;
  const { text } = html`<p title="${hostile}">${hostile}</p>`;
  assert.equal(text.match(/[<>]/g)?.length, 4);
  assert.equal(text.match(/"/g)?.length, 2);
  assert.ok(text.includes('&#60;script&#62;'));
});

test('Markup stays markup, lists are joined, and nothing is nothing', () => {
  const none = [false, null, undefined] as const;
  assert.equal(
    html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${none}</ul>`.text,
    '<ul><li>1</li><li>2</li></ul>',
  );
  assert.equal(html`${0}`.text, '0');
  assert.equal(join([html`<b>a</b>`, '<'], ', ').text, '<b>a</b>, &#60;');
});

test('Characters that nobody sees, or that turn the text around, are written out', () => {
  const written = [
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\u0085',
    '\ud83d',
    '\udca9',
  ];
  for (const character of written) {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    assert.ok(html`${character}`.text.startsWith(`\\u${code}`), code);
  }
  assert.equal(visible('a\tb\nc é 💩 שלום'), 'a\tb\nc é 💩 שלום');
});

test('Counts, durations and moments are written for people', () => {
  assert.equal(plural(1, 'test'), '1 test');
  assert.equal(plural(0, 'test'), '0 tests');
  assert.deepEqual([12, 1234, 65_000].map(duration), ['12 ms', '1.2 s', '1 min 5 s']);
  assert.equal(moment('2026-01-31T09:05:03.123Z'), '2026-01-31 09:05:03 UTC');
});
