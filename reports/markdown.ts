import { oneLine } from './plain.ts';

/** A text of others as Markdown that shows it and does nothing: no markup, no link, nobody called by name. */
export function markdown(text: string, most = 300): string {
  return (
    oneLine(text, most)
      .replace(/[\\`*[\]<>|~&$]|(?<!\w)_|_(?!\w)|:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
      .replace(/^(?=[-+#=])|(?<=^\d+)(?=[.)])/g, '\\')
      // Only an empty comment keeps GitHub from reading these as a person or an issue.
      .replace(/([@#])(?=\w)/g, '$1<!-- -->')
  );
}

/** A text of others as a code span, in a fence longer than any that it holds itself. */
export function code(text: string, most = 300): string {
  const line = oneLine(text, most);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = line === '' || line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}
