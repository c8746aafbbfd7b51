/** The elements of an array as Postgres writes it, such as `{a,"b c",NULL}`; arrays in it as arrays. */
export function arrayIn(text: string): Elements {
  // Where the lower bounds are not 1, they stand before: [0:1]={a,b}.
  const from = text.indexOf('{');
  return elementsFrom(text, from + 1).elements;
}

export type Elements = readonly (string | null | Elements)[];

interface Found {
  readonly elements: Elements;
  /** Where the closing brace stands. */
  readonly end: number;
}

function elementsFrom(text: string, start: number): Found {
  const elements: (string | null | Elements)[] = [];
  let at = start;
  while (at < text.length && text[at] !== '}') {
    if (text[at] === '{') {
      const inner = elementsFrom(text, at + 1);
      elements.push(inner.elements);
      at = inner.end + 1;
    } else {
      const [whole = '', quoted, plain] = match(text, at);
      elements.push(quoted === undefined ? (plain === 'NULL' ? null : (plain ?? '')) : quoted.replace(/\\(.)/gs, '$1'));
      at += whole.length;
    }
    if (text[at] === ',') at += 1;
  }
  return { elements, end: at };
}

const ELEMENT = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/sy;

function match(text: string, at: number): readonly (string | undefined)[] {
  ELEMENT.lastIndex = at;
  const found = ELEMENT.exec(text);
  if (!found) throw new Error(`no element of an array stands at ${at} of ${JSON.stringify(text)}`);
  return found;
}
