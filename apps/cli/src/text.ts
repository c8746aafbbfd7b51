/** Text from outside as a terminal may be given it: control and direction characters are shown, not obeyed. */
export function shown(text: string): string {
  return text.replace(UNSAFE, (each) => `\\u{${codeOf(each)}}`);
}

/** The same in one line. */
export function shownInLine(text: string): string {
  return shown(text).replaceAll('\n', '\\n').replaceAll('\t', ' ');
}

/** JSON in which the same characters are written as escapes, which changes nothing of what it says. */
export function shownJson(text: string): string {
  return text.replace(UNSAFE, (each) => (each < ' ' ? each : `\\u${codeOf(each).padStart(4, '0')}`));
}

// Control characters but tab and line feed; marks that turn the direction of writing; separators that some terminals obey.
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufff9-\ufffb]/gu;

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

/** Text set in from the left, and broken into lines where the width is known: what stands at the margin is ours alone. */
export function block(text: string, width: number | undefined, indent = 2): string {
  const room = Math.max((width ?? Infinity) - indent, 20);
  const lines = shown(text)
    .split('\n')
    .flatMap((line) => broken(line, room));
  return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n');
}

function broken(line: string, room: number): readonly string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > room) {
    const space = rest.lastIndexOf(' ', room);
    const end = space > 0 ? space : room;
    lines.push(rest.slice(0, end));
    rest = rest.slice(space > 0 ? end + 1 : end);
  }
  return [...lines, rest];
}

interface Spot {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly field?: string;
}

/** Where something stands and what is wrong with it, as compilers say it. */
export function faultLine({ at, why }: { readonly at?: Spot; readonly why: string }): string {
  if (!at) return shownInLine(why);
  const { file, line, column, field = '' } = at;
  const place = line === undefined ? [file] : [file, line, column];
  const spot = place.filter((part) => part !== undefined).join(':');
  return shownInLine(`${spot}: ${field === '' ? '' : `${field}: `}${why}`);
}
