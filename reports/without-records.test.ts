import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FullConfig, Suite } from '@playwright/test/reporter';
import { RECORD } from '../schemas/results.ts';
import WithoutRecords from './without-records.ts';

test('The record of a test leaves Playwright’s reports when they are made, and none before', async () => {
  const attachments = () => [
    { name: RECORD },
    { name: '200 · the member reads the share' },
    { name: 'trace' },
  ];
  const result = { attachments: attachments(), steps: [{ attachments: attachments(), steps: [] }] };
  const reporter = new WithoutRecords();
  reporter.onBegin({} as FullConfig, { allTests: () => [{ results: [result] }] } as unknown as Suite);
  assert.deepEqual(result.attachments, attachments());
  await reporter.onEnd();
  assert.deepEqual(result.attachments, attachments().slice(1));
  assert.deepEqual(result.steps[0]?.attachments, attachments().slice(1));
});
