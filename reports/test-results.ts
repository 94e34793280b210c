import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TestResult as PlaywrightResult, TestCase } from '@playwright/test/reporter';
import { type Outcome, RECORD, sentenceOf, type TestRecord, type TestResult } from '../schemas/results.ts';
import { type PlannedTest, REQUIREMENT_ANNOTATION } from '../schemas/run-facts.ts';

/** What a test recorded for the reports. */
export function readRecord({ attachments }: PlaywrightResult): TestRecord | undefined {
  const attachment = attachments.find(({ name }) => name === RECORD);
  const packed = attachment?.body ?? (attachment?.path ? readFileSync(attachment.path) : undefined);
  return packed === undefined ? undefined : (JSON.parse(gunzipSync(packed).toString()) as TestRecord);
}

const CUT = 'the test did not run to its end';

const cutOff = (requirement: string): Outcome => ({ requirement, kind: 'error', message: CUT });

export function resultOf(
  test: TestCase,
  record: TestRecord | undefined,
  { rootDir, interrupted }: { rootDir: string; interrupted: boolean },
): TestResult {
  const last = test.results.at(-1);
  const location = relative(rootDir, test.location.file);
  const [, , , ...titles] = test.titlePath();
  const requirements = declared(test);
  // Its worker ended under it: what it would have found out, nobody knows.
  const isCut = !record && !interrupted && ['failed', 'timedOut'].includes(last?.status ?? '');
  return {
    id: `${location} › ${titles.join(' › ')}`,
    title: test.title,
    location: `${location}:${test.location.line}`,
    playwrightId: test.id,
    requirements,
    status: isCut ? 'error' : statusOf(record, last),
    reason: record
      ? (record.error ?? '')
      : interrupted
        ? 'the run was interrupted before this test'
        : last === undefined
          ? 'the run ended before this test'
          : CUT,
    durationMs: last?.duration ?? 0,
    outcomes: record?.outcomes ?? (isCut ? requirements.map(cutOff) : []),
    exchanges: record?.exchanges.map(({ id }) => id) ?? [],
    ...(record?.ground === undefined ? {} : { ground: record.ground }),
  };
}

/** A test that was to run and did not. */
export function notRun(test: PlannedTest, reason: string): TestResult {
  return { ...test, status: 'not-run', reason, durationMs: 0, outcomes: [], exchanges: [] };
}

/** The part of the page that a test belongs to: the title of its group. */
export function sectionOf(test: TestCase): string {
  const [, , file = '', section] = test.titlePath();
  return section === test.title || section === undefined ? file : section;
}

/** What is wrong with a test, in a line that begins with the ids of what it found broken. */
export function failureOf(
  test: TestCase,
  { status, error }: PlaywrightResult,
  record: TestRecord | undefined,
): string | undefined {
  if (status === 'passed' || status === 'skipped') return undefined;
  const outcomes = record?.outcomes ?? [];
  const broken = outcomes.filter(({ kind }) => kind === 'broken');
  const [first] = broken.length > 0 ? broken : outcomes.filter(({ kind }) => kind === 'error');
  if (!first) return `${test.title}: ${error?.message ?? status}`;
  const ids = new Set((broken.length > 0 ? broken : [first]).map(({ requirement }) => requirement));
  return `${[...ids].join(', ')}: ${sentenceOf(first)} In: ${test.title}`;
}

/** The requirements a test is about; what it judges in passing speaks through its outcomes. */
function declared(test: TestCase): string[] {
  return test.annotations.flatMap(({ type, description }) =>
    type === REQUIREMENT_ANNOTATION ? (description?.split(' ').slice(0, 1) ?? []) : [],
  );
}

function statusOf(
  record: TestRecord | undefined,
  result: PlaywrightResult | undefined,
): TestResult['status'] {
  if (!record || !result) return 'not-run';
  if (record.error !== undefined || record.outcomes.some(({ kind }) => kind === 'error')) return 'error';
  if (result.status === 'skipped') return 'skipped';
  return result.status === 'passed' ? 'passed' : 'failed';
}
