import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { BREACH_ANNOTATION, RED_TESTS_VARIABLE } from '../schemas/run-facts.ts';

/**
 * Turns a test red that found a requirement broken. Its worker let it pass, since Playwright ends a worker after
 * each failure and a new one costs over a second. Stands first in the list of reporters: those behind it get the
 * same objects. Playwright does not promise this, so its version is pinned and an end-to-end test holds it.
 */
export default class RedTests implements Reporter {
  constructor() {
    // Workers inherit it; where this reporter is absent, as in an editor, they fail their tests themselves.
    process.env[RED_TESTS_VARIABLE] = '1';
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const breaches = [...test.annotations, ...(result.annotations ?? [])].filter(
      ({ type }) => type === BREACH_ANNOTATION,
    );
    const [breach] = breaches;
    if (!breach || result.status === 'failed') return;
    const message = breach.description ?? '';
    const error = { message, stack: message, location: test.location };
    result.status = 'failed';
    result.errors.push(error);
    result.error = error;
    for (const { annotations } of [test, result]) {
      const at = annotations.findIndex(({ type }) => type === BREACH_ANNOTATION);
      if (at >= 0) annotations.splice(at, 1);
    }
  }

  async onEnd(): Promise<void> {
    // An editor keeps this process, and may run the next tests without this reporter.
    delete process.env[RED_TESTS_VARIABLE];
  }

  printsToStdio(): boolean {
    return false;
  }
}
