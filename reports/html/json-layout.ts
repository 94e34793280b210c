const INDENT = '  ';

/**
 * A JSON text laid out in lines, each token as it was sent: repeated names, escapes and the spelling of numbers
 * stay. What is no JSON comes back as it is.
 */
export function layOut(text: string): string {
  if (!isJson(text)) return text;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let out = '';
  let depth = 0;
  const line = () => `\n${INDENT.repeat(depth)}`;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const isEmpty = (before === '{' && token === '}') || (before === '[' && token === ']');
    if (token === '}' || token === ']') {
      depth -= 1;
      out += isEmpty ? token : line() + token;
    } else if (token === ',') out += token;
    else if (token === ':') out += ': ';
    else {
      if (before === ',' || before === '{' || before === '[') out += line();
      out += token;
      if (token === '{' || token === '[') depth += 1;
    }
  }
  return out;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
