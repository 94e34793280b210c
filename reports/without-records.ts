import type { FullConfig, Reporter, Suite, TestResult } from '@playwright/test/reporter';
import { RECORD } from '../schemas/results.ts';

/**
 * Takes out of Playwright's own reports what a program alone reads. They are made at the end, behind this one in the
 * list; whoever follows a test counts its attachments, so that none is taken out before.
 */
export default class WithoutRecords implements Reporter {
  private root: Suite | undefined;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.root = suite;
  }

  async onEnd(): Promise<void> {
    for (const { results } of this.root?.allTests() ?? []) for (const result of results) dropRecord(result);
  }

  printsToStdio(): boolean {
    return false;
  }
}

function dropRecord({ attachments, steps }: Pick<TestResult, 'attachments' | 'steps'>): void {
  const kept = attachments.filter(({ name }) => name !== RECORD);
  attachments.splice(0, attachments.length, ...kept);
  for (const step of steps) dropRecord(step);
}
