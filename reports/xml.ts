/** Markup that is well-formed XML. */
export class Element {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What XML 1.0 has no way to hold, not even as a reference (https://www.w3.org/TR/xml/#charsets), and what a reader cannot see. */
const IMPOSSIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g;

const codeOf = (text: string) =>
  [...Array(text.length).keys()]
    .map((index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Any text as character data; what cannot be said in XML is written out: `\ufffe`. */
function escapeXml(text: string): string {
  return text.replace(IMPOSSIBLE, codeOf).replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? '');
}

/** Line breaks and tabs in attributes would be read as spaces. */
const attribute = (value: string) =>
  escapeXml(value).replace(/[\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);

/** An element; texts among its children are escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (Element | string)[],
): Element {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${attribute(String(value))}"`)
    .join('');
  if (children.length === 0) return new Element(`<${name}${given}/>\n`);
  const inner = children.map((child) => (child instanceof Element ? child.text : escapeXml(child))).join('');
  const start = children.some((child) => child instanceof Element) ? '\n' : '';
  return new Element(`<${name}${given}>${start}${inner}</${name}>\n`);
}

export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}`;
}
