import { LEVELS } from '../schemas/requirements.ts';
import { type ConformanceReport, isWhole, type RequirementResult, type Verdict } from '../schemas/results.ts';
import { changeGroups } from './baseline.ts';
import { rerunCommand } from './html/grep.ts';
import { duration, moment, plural } from './html/markup.ts';
import { type Finding, modelOf } from './html/model.ts';
import { RUN_VERDICTS, VERDICT_ORDER } from './html/verdicts.ts';
import { describeTests } from './judged.ts';
import { code, markdown } from './markdown.ts';
import { firstOf } from './plain.ts';
import { untestedReasons } from './reasons.ts';
import { staleWaivers } from './stale-waivers.ts';

/** Of each list; a page that goes on for ever is not read, and `conformance.html` has them all. */
const MOST_FINDINGS = 30;
const MOST_OTHERS = 12;
const MOST_IDS = 20;
/** Characters of a text, of a value as it was expected or received, and of where it stands. */
const LENGTH = { text: 600, value: 120, field: 80 };
const SECTIONS: readonly [Verdict, string][] = [
  ['fail', 'Failed'],
  ['error', 'Could not be found out'],
  ['warn', 'Warnings'],
  ['known', 'Known deviations'],
];

const more = (count: number) => `- … and ${count} more, in \`conformance.html\``;

/** `summary.md`: the run on one page, for a pipeline's job summary or a comment. */
export function renderSummary(report: ConformanceReport): string {
  const model = modelOf(report);
  const { findings } = model;
  const { symbol, title } = RUN_VERDICTS[report.verdict];
  const parts = [
    `# ${symbol} ${title}: ${code(report.target.endpoint || 'no endpoint')}`,
    `**${markdown(report.summary, LENGTH.text)}**`,
    tested(report),
    completeness(report),
    countTable(report),
    ...SECTIONS.map(([verdict, heading]) =>
      list(
        heading,
        findings.filter(({ requirement }) => requirement.verdict === verdict).map(findingItem),
        MOST_FINDINGS,
      ),
    ),
    baseline(report),
    list(
      'Not tested',
      untestedReasons(report).map(
        ({ text, requirements }) =>
          `- **${requirements.length}:** ${markdown(text)} (${idsOf(requirements)})`,
      ),
      MOST_OTHERS,
    ),
    list('What stood in the way', problemsOf(report), MOST_OTHERS),
    footer(report),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function list(heading: string, items: readonly string[], most: number): string {
  return items.length > 0 ? [`## ${heading}`, '', ...firstOf(items, most, more)].join('\n') : '';
}

/** What the verdict is about; that a mock passed says nothing of a server. */
function tested({ target, tested: facts, verdict }: ConformanceReport): string {
  const { targetVersion, server, job } = facts;
  const lines = [
    ...(target.kind === 'mock' && verdict !== 'error'
      ? ['> This was the embedded mock, which comes with the suite: nothing is known about a server.']
      : []),
    ...(targetVersion === undefined ? [] : [`Version: ${markdown(targetVersion)}`]),
    ...(target.kind === 'live' && server.length > 0
      ? [`The server calls itself ${server.map(({ name, value }) => code(`${name}: ${value}`)).join(', ')}`]
      : []),
    ...(job?.commit === undefined ? [] : [`Commit of the pipeline: ${code(job.commit)}`]),
  ];
  return lines.join('\n\n');
}

/** A run that was cut off must not look like a whole one. */
function completeness({ completeness: found }: ConformanceReport): string {
  if (isWhole(found)) return '';
  const { planned, executed, missingShards } = found;
  const missing = missingShards.length > 0 ? ` Part ${missingShards.join(', ')} is missing.` : '';
  return `> **This is not a whole run:** ${executed} of ${planned} tests ran.${missing}`;
}

function countTable({ counts: { byLevel, requirements } }: ConformanceReport): string {
  const columns = VERDICT_ORDER.filter((verdict) => requirements[verdict] > 0);
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['Level', ...columns]),
    row(['---', ...columns.map(() => '---:')]),
    ...LEVELS.map((level) =>
      row([level.toUpperCase(), ...columns.map((verdict) => byLevel[level][verdict] || '·')]),
    ),
  ].join('\n');
}

function findingItem({ requirement, differences, also }: Finding): string {
  const [difference] = differences;
  const again = rerunCommand(
    requirement,
    differences.flatMap(({ evidence }) => evidence),
  );
  const { id, level, statement, reason = '', consequence, source } = requirement;
  const seen = [
    ...(difference?.expected ? [`expected ${code(difference.expected, LENGTH.value)}`] : []),
    ...(difference?.received ? [`got ${code(difference.received, LENGTH.value)}`] : []),
  ];
  const where = difference?.field ? `In ${code(difference.field, LENGTH.field)}: ` : '';
  return [
    `- **${id}** (${level.toUpperCase()}) ${markdown(statement)}`,
    `  ${markdown(reason)}${seen.length > 0 ? ` ${where}${seen.join(', ')}.` : ''}`,
    `  *For a caller:* ${markdown(consequence)} *Contract:* ${markdown(source)}.`,
    `  *See it again:* ${code(again)}`,
    ...(also.length > 0 ? [`  *The same answers also break* ${idsOf(also)}.`] : []),
  ].join('\\\n');
}

function idsOf(requirements: readonly Pick<RequirementResult, 'id'>[]): string {
  return firstOf(
    requirements.map(({ id }) => id),
    MOST_IDS,
    (count) => `and ${count} more`,
  ).join(', ');
}

function baseline({ baseline: compared }: ConformanceReport): string {
  if (!compared) return '';
  const groups = changeGroups(compared).map(({ kind, title, changes }) => {
    // What is as broken as before needs no words.
    const items = changes.map(({ id, words }) => (kind === 'unchanged' ? id : `${id} ${markdown(words)}`));
    const told = firstOf(items, MOST_IDS, (count) => `and ${count} more`).join(
      kind === 'unchanged' ? ', ' : '; ',
    );
    return `- **${changes.length} ${title.toLowerCase()}**: ${told}`;
  });
  return [
    `## Against the run of ${moment(compared.startedAt)}`,
    '',
    ...compared.notes.map((note) => `> ${markdown(note)}\n`),
    ...(groups.length > 0 ? groups : ['Nothing has changed.']),
  ].join('\n');
}

function problemsOf(report: ConformanceReport): string[] {
  return [...report.problems, ...staleWaivers(report)].map((text) => `- ${markdown(text, LENGTH.text)}`);
}

function footer(report: ConformanceReport): string {
  const { counts, suite, target, startedAt, durationMs } = report;
  return [
    describeTests(report),
    `${plural(counts.requestsTotal, 'request')}, ${counts.retries} repeated`,
    `${moment(startedAt)}, for ${duration(durationMs)}`,
    `target ${target.kind}`,
    `${suite.name} ${suite.version}, ${markdown(suite.contract)}`,
  ].join(' · ');
}
