import { isAbsolute, join, relative } from 'node:path';
import type { ConformanceReport, RequirementResult, Verdict } from '../schemas/results.ts';
import { LAST_LOOK } from '../schemas/verdict.ts';
import { changeGroups } from './baseline.ts';
import { duration, plural } from './html/markup.ts';
import { type Difference, differencesOf } from './html/model.ts';
import { RUN_VERDICTS, VERDICTS } from './html/verdicts.ts';
import { describeTests } from './judged.ts';
import { firstOf, forConsole } from './plain.ts';
import { untestedReasons } from './reasons.ts';
import { staleWaivers } from './stale-waivers.ts';

/** Of each list: what a screen holds. */
const MOST: Partial<Record<Verdict, number>> = { fail: 25, error: 5, warn: 10, known: 5 };
const MOST_REASONS = 6;
const MOST_PROBLEMS = 10;
const MOST_IDS = 10;
/** Characters of each text: a line or two of a terminal, and all of what says what to do. */
const LENGTH = {
  version: 100,
  summary: 600,
  problem: 1000,
  reason: 120,
  message: 200,
  field: 40,
  value: 60,
};

const COLOURS: Partial<Record<Verdict, number>> = {
  fail: 31,
  error: 31,
  warn: 33,
  known: 33,
  untested: 33,
  pass: 32,
};

/** A pass of the stand-in must not be taken for one of a server. */
const OF_THE_MOCK = 'This was the embedded mock: nothing is known about a server. CBR_TARGET=live tests one.';

/** On a terminal, unless somebody does not want it (https://no-color.org). */
export function useColour(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR;
}

/** The last lines of a run: the verdict, what is wrong in one line each, and where the report is. */
export function consoleSummary(report: ConformanceReport, directory: string, colour = false): string {
  const { counts, requirements, target, tested } = report;
  const { tone, title, symbol } = RUN_VERDICTS[report.verdict];
  const paint = (verdict: Verdict, text: string) =>
    colour ? `\u001b[1;${COLOURS[verdict] ?? 39}m${text}\u001b[22;39m` : text;
  const repeated = counts.retries > 0 ? `, ${counts.retries} of them repeated` : '';
  const verdicts = Object.entries(counts.requirements)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict}`);
  const blocks = [
    [
      paint(
        tone,
        [
          `${symbol} ${title.toUpperCase()} `,
          target.kind,
          forConsole(target.endpoint),
          ...(tested.targetVersion ? [`(${forConsole(tested.targetVersion, LENGTH.version)})`] : []),
        ].join(' '),
      ),
      forConsole(report.summary, LENGTH.summary),
      ...(target.kind === 'mock' && report.verdict !== 'error' ? [OF_THE_MOCK] : []),
    ],
    ...(['fail', 'error', 'warn', 'known'] as const).map((verdict) =>
      findings(report, verdict, (text) => paint(verdict, text)),
    ),
    baseline(report),
    firstOf(
      untestedReasons(report).map(
        ({ text, requirements: { length } }) =>
          `${VERDICTS.untested.symbol} untested ${length}: ${forConsole(text)}`,
      ),
      MOST_REASONS,
      (count) => `  and for ${plural(count, 'other reason')}`,
    ),
    firstOf(
      problemsOf(report).map((problem) => `! ${forConsole(problem, LENGTH.problem)}`),
      MOST_PROBLEMS,
      (count) => `  and ${plural(count, 'other problem')}`,
    ),
    [
      `${requirements.length} requirements: ${verdicts.join(', ')}`,
      `${describeTests(report)}; ${plural(counts.requestsTotal, 'request')}${repeated}, ${duration(report.durationMs)}`,
      `Report: ${shownPath(join(directory, 'conformance.html'))}`,
    ],
  ];
  const text = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `  ${line}\n`).join(''))
    .join('\n');
  return `\n${text}\n`;
}

/** One line for each: its id, what it says, and how the answer differs. */
function findings(report: ConformanceReport, verdict: Verdict, paint: (text: string) => string): string[] {
  // A target that could not be judged is one problem, told below, and not one for each requirement.
  if (verdict === 'error' && report.problems.length > 0) return [];
  const tests = new Map(report.tests.map((test) => [test.id, test]));
  const lines = report.requirements
    .filter((requirement) => requirement.verdict === verdict)
    .map((requirement) => {
      const [difference] = differencesOf(requirement, tests, report.exchanges);
      const name = paint(`${VERDICTS[verdict].symbol} ${verdict} ${requirement.id}`);
      return `${name} ${requirement.statement} ${detail(report, requirement, difference)}`;
    });
  return firstOf(lines, MOST[verdict] ?? 0, (count) => `  and ${count} more: see the report`);
}

function detail(
  { exchanges }: ConformanceReport,
  { reason = '' }: RequirementResult,
  difference: Difference | undefined,
): string {
  const { field, expected, received, evidence = [] } = difference ?? {};
  if (expected === undefined && received === undefined) return forConsole(reason, LENGTH.reason);
  // A test's title would say where; what the end of the run found stands in none.
  const context =
    difference && evidence.every(({ test }) => test.id === LAST_LOOK)
      ? `${forConsole(difference.message, LENGTH.message)} `
      : '';
  const where = field === undefined ? '' : `${forConsole(field, LENGTH.field)} `;
  const value = (text = 'nothing') => forConsole(text, LENGTH.value);
  const { title } = exchanges[evidence[0]?.outcome.exchange ?? ''] ?? {};
  const when = title === undefined ? '' : ` (${forConsole(title, LENGTH.message)})`;
  return `${context}Got: ${where}${value(received)}, expected: ${value(expected)}${when}`;
}

function baseline({ baseline: compared }: ConformanceReport): string[] {
  if (!compared) return [];
  const groups = changeGroups(compared).map(({ title, changes }) => {
    const ids = firstOf(
      changes.map(({ id }) => id),
      MOST_IDS,
      (count) => `and ${count} more`,
    );
    return `${changes.length} ${title.toLowerCase()} (${ids.join(', ')})`;
  });
  return [
    `Against the baseline: ${groups.length > 0 ? groups.join(', ') : 'nothing has changed'}`,
    ...compared.notes.map((note) => `  ${forConsole(note)}`),
  ];
}

/** What the summary does not tell already. */
function problemsOf(report: ConformanceReport): string[] {
  const { summary, problems } = report;
  return [...problems.filter((problem) => !summary.includes(problem)), ...staleWaivers(report)];
}

/** From here, or in full where it lies elsewhere. */
function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') || isAbsolute(fromHere) ? path : fromHere;
}
