import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REQUIREMENT_IDS } from './requirements.ts';
import { requirementsDocument } from './requirements-document.ts';

test('Every requirement stands in it once', () => {
  const text = requirementsDocument();
  for (const id of REQUIREMENT_IDS) assert.equal(text.split(`| ${id} |`).length, 2, id);
});
