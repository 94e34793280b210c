/** REQUIREMENTS.md, the catalogue for people, made from the catalogue itself. */
import { PAGE } from './page.ts';
import { describeSource, LEVELS, type Level, REQUIREMENT_IDS, requirement } from './requirements.ts';

export const DOCUMENT = new URL('REQUIREMENTS.md', import.meta.url);

/** The section of the page that a requirement rests on first. */
const sectionOf = (id: (typeof REQUIREMENT_IDS)[number]) =>
  requirement(id).source.rows[0]?.split('/')[0] ?? '';
const cell = (text: string) => text.replaceAll('|', '\\|');
const line = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;

/** The catalogue as Markdown: how many by section and level, then each one. */
export function requirementsDocument(): string {
  const sections = PAGE.map(({ id, title }) => ({
    title,
    ids: REQUIREMENT_IDS.filter((candidate) => sectionOf(candidate) === id),
  })).filter(({ ids }) => ids.length > 0);
  const count = (ids: readonly (typeof REQUIREMENT_IDS)[number][], level: Level) =>
    ids.filter((id) => requirement(id).level === level).length;
  return `# The requirements

Made by \`npm run docs\` from [requirements.ts](requirements.ts). A requirement stands under the section of the page
that it rests on first.

${[
  line('Section of the page', ...LEVELS, 'all'),
  line('---', '---:', '---:', '---:', '---:'),
  ...sections.map(({ title, ids }) => line(title, ...LEVELS.map((level) => count(ids, level)), ids.length)),
  line('**All**', ...LEVELS.map((level) => count(REQUIREMENT_IDS, level)), REQUIREMENT_IDS.length),
].join('\n')}
${sections
  .map(
    ({ title, ids }) => `
## ${title}

${[
  line('Id', 'Level', 'A conformant server', 'Otherwise', 'From'),
  line('---', '---', '---', '---', '---'),
  ...ids.map((id) => {
    const { level, statement, consequence, source } = requirement(id);
    return line(id, level, cell(statement), cell(consequence), cell(describeSource(source)));
  }),
].join('\n')}
`,
  )
  .join('')}`;
}
