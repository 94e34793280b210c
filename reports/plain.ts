import { visible } from './html/markup.ts';

/** A text as one line of at most `most` characters, nothing invisible in it: what a server says must not take over a page. */
export function oneLine(text: string, most = 300): string {
  const line = visible(text.replace(/\s+/g, ' ').trim());
  return line.length > most ? `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/** The first of some lines, and how many more there are. */
export function firstOf(lines: readonly string[], most: number, more: (count: number) => string): string[] {
  return lines.length > most ? [...lines.slice(0, most), more(lines.length - most)] : [...lines];
}

/** A text of others for a log: pipelines take `::…::` and `##[…]` in it for commands. */
export function forConsole(text: string, most = 300): string {
  return oneLine(text, most).replace(/^::/, ': :').replaceAll('##[', '## [');
}
