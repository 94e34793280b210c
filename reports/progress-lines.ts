import { plural } from './html/markup.ts';
import { oneLine } from './plain.ts';

/** How far one section of the page is. */
export interface Section {
  title: string;
  planned: number;
  done: number;
  failed: number;
}

const BAR = 16;
const TITLE = 38;

const signOf = ({ planned, done, failed }: Section) => (failed > 0 ? '✗' : done >= planned ? '✓' : ' ');

/** One section while the run goes on, in at most `columns` characters. */
export function sectionLine(section: Section, columns: number): string {
  const { title, planned, done, failed } = section;
  const filled = planned === 0 ? BAR : Math.floor((BAR * done) / planned);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
  const count = `${String(done).padStart(4)}/${planned}`;
  const failures = failed > 0 ? ` ${failed} failed` : '';
  return `${signOf(section)} ${oneLine(title, TITLE).padEnd(TITLE)} ${bar} ${count}${failures}`.slice(
    0,
    columns,
  );
}

/** One section when it is finished: `✓ Table 3: the body as bytes: 61 tests` */
export function finishedLine(section: Section): string {
  const { title, planned, failed } = section;
  const failures = failed > 0 ? `, ${failed} failed` : '';
  return `${signOf(section)} ${oneLine(title)}: ${plural(planned, 'test')}${failures}`;
}
