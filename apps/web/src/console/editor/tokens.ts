/** The parts of a line that are set apart when it is drawn: keys, values and comments. Offsets are within the line. */
export function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of line.slice(0, LONGEST).matchAll(PARTS)) {
    const kind = KINDS.find((name) => match.groups?.[name] !== undefined);
    if (kind !== undefined) tokens.push({ kind, from: match.index, to: match.index + match[0].length });
  }
  return tokens;
}

export interface Token {
  readonly kind: (typeof KINDS)[number];
  readonly from: number;
  readonly to: number;
}

const KINDS = ['comment', 'key', 'value'] as const;

/** Lines beyond this are drawn plain from there on, so that no line can hold up the page. */
const LONGEST = 2000;

const PARTS =
  /(?<comment>(?<![^\s])#.*$)|(?<key>(?:"[^"]*"|'[^']*'|[^\s#{}[\],:"'-][^\s{}[\],:"']*)(?=\s*:(?:\s|$)))|(?<value>"[^"]*"?|'[^']*'?|[^\s{}[\],:"']+(?:[:-][^\s{}[\],:"']+)*)/g;
