/**
 * JSON whose first levels are laid out in lines of their own, and whose deeper values stand on one line each: an
 * entry can be found with `grep` and read in an editor, and indentation does not make a file half as large again.
 * @param levels how many are laid out; 0 puts everything on one line
 */
export function jsonByEntry(value: object, levels: number): string {
  return `${laidOut(value, levels, '\n')}\n`;
}

function laidOut(value: unknown, levels: number, line: string): string {
  if (levels === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${line}  `;
  const members = Array.isArray(value)
    ? value.map((entry: unknown) => laidOut(entry, levels - 1, inner))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => `${JSON.stringify(name)}: ${laidOut(member, levels - 1, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return members.length === 0
    ? `${open}${close}`
    : `${open}${inner}${members.join(`,${inner}`)}${line}${close}`;
}
