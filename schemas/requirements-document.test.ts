import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { REQUIREMENT_IDS } from './requirements.ts';
import { DOCUMENT, requirementsDocument } from './requirements-document.ts';

test('REQUIREMENTS.md is what the catalogue says: npm run docs makes it anew', () => {
  assert.equal(readFileSync(DOCUMENT, 'utf8'), requirementsDocument());
});

test('Every requirement stands in it once', () => {
  const text = requirementsDocument();
  for (const id of REQUIREMENT_IDS) assert.equal(text.split(`| ${id} |`).length, 2, id);
});
