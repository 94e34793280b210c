import type { ConformanceReport, RunVerdict } from '../schemas/results.ts';
import { html, plural } from './html/markup.ts';

const LABEL = 'CBR share member API';
const HEIGHT = 20;
const PADDING = 7;
/** Of one character at 11 px; `textLength` makes the text fit whatever font there is. */
const CHARACTER = 6.4;

/** Dark enough for white text on each of them. */
const COLOURS: Readonly<Record<RunVerdict, string>> = {
  conformant: '#17692f',
  'non-conformant': '#b3151b',
  incomplete: '#8a5700',
  error: '#565c64',
};

/** `badge.svg`: the verdict for a wall or a README, self-contained, with a title for those who do not see it. */
export function renderBadge(report: ConformanceReport): string {
  const message = messageOf(report);
  const [left, right] = [widthOf(LABEL), widthOf(message)];
  const width = left + right;
  const name = `${LABEL}: ${message}`;
  return `${
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${name}">
<title>${name}</title>
<rect width="${left}" height="${HEIGHT}" fill="#30363d"/><rect x="${left}" width="${right}" height="${HEIGHT}" fill="${COLOURS[report.verdict]}"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11" aria-hidden="true">
<text x="${PADDING}" y="14" textLength="${left - 2 * PADDING}" lengthAdjust="spacingAndGlyphs">${LABEL}</text>
<text x="${left + PADDING}" y="14" textLength="${right - 2 * PADDING}" lengthAdjust="spacingAndGlyphs">${message}</text>
</g>
</svg>`.text
  }\n`;
}

function widthOf(text: string): number {
  return Math.round(text.length * CHARACTER) + 2 * PADDING;
}

function messageOf({ verdict, counts, completeness }: ConformanceReport): string {
  const { must, should } = counts.byLevel;
  const cut = completeness.interrupted || completeness.missingShards.length > 0 ? ', cut off' : '';
  switch (verdict) {
    case 'conformant':
      return `conformant${should.warn > 0 ? `, ${plural(should.warn, 'warning')}` : ''}${cut}`;
    case 'non-conformant':
      return `${must.fail + should.fail} broken${cut}`;
    case 'incomplete':
      return `${must.untested} not tested${cut}`;
    case 'error':
      return `not judged${cut}`;
  }
}
