import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGE, rowText } from './page.ts';
import { REQUIREMENT_IDS, requirement } from './requirements.ts';
import { quotesOf, SOURCE_TEXTS } from './sources.ts';

test('What every source other than the page says is told, and nothing besides', () => {
  const named = REQUIREMENT_IDS.flatMap((id) => requirement(id).source.also?.split('; ') ?? []);
  assert.deepEqual([...new Set(named)].sort(), Object.keys(SOURCE_TEXTS).sort());
});

test('Every requirement is quoted with more than a heading or a reference', () => {
  const titles = new Set(PAGE.map(({ title }) => title));
  const says = (text: string) => !titles.has(text) && text !== 'See Error Codes.';
  const bare = REQUIREMENT_IDS.filter((id) => {
    const { source } = requirement(id);
    return quotesOf(source).length === 0 && !source.rows.some((row) => says(rowText(row)));
  });
  assert.deepEqual(bare, []);
});
