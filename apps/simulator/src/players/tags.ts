/** A piece of a prompt between tags. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: string;
}

/** The elements of these names, up to the first closing tag of each, and the text outside them. */
export function elements(
  text: string,
  names: readonly string[],
): { readonly found: readonly Element[]; readonly rest: string } {
  const opening = new RegExp(`<(${names.join('|')})((?:\\s[^<>]*)?)>`, 'g');
  const found: Element[] = [];
  const rest: string[] = [];
  const unclosed = new Set<string>();
  let end = 0;

  for (let tag = opening.exec(text); tag; tag = opening.exec(text)) {
    const [, name = '', attributes = ''] = tag;
    const close = unclosed.has(name) ? -1 : text.indexOf(`</${name}>`, opening.lastIndex);
    if (close < 0) {
      unclosed.add(name);
      continue;
    }
    found.push({ name, attributes: attributesIn(attributes), inner: text.slice(opening.lastIndex, close) });
    rest.push(text.slice(end, tag.index));
    end = close + name.length + 3;
    opening.lastIndex = end;
  }
  return { found, rest: [...rest, text.slice(end)].join('\n') };
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
