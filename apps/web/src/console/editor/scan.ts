/** What an experiment file says so far: its settings, and where its end stands. Bears with text that is half written. */
export function scan(text: string): Scanned {
  const state: State = { entries: [], block: [], flow: [], scalar: undefined, stands: undefined };
  for (const line of text.split('\n')) {
    state.stands = undefined;
    if (state.flow.length > 0) readFlow(line, state);
    else readLine(line, state);
  }
  return { entries: state.entries, place: placeIn(state) };
}

/** One setting: under which keys it stands, and its value if that is a word. */
export interface Entry {
  readonly path: readonly string[];
  readonly value: string;
}

/** Where one writes: a key of the map at `path`, or the value of the setting at `path`. */
interface Place {
  readonly kind: 'key' | 'value';
  readonly path: readonly string[];
  readonly typed: string;
}

export interface Scanned {
  readonly entries: readonly Entry[];
  /** Where the end of the text stands, if something can be written there. */
  readonly place: Place | undefined;
}

interface Flow {
  readonly kind: 'map' | 'list';
  key: string | undefined;
  token: string;
}
interface State {
  readonly entries: Entry[];
  readonly block: { readonly indent: number; readonly key: string }[];
  readonly flow: Flow[];
  /** The indent of a text that goes over several lines. */
  scalar: number | undefined;
  stands: Place | undefined;
}

const KEY = /^("[^"]*"|'[^']*'|[^\s#{}[\],:"'&*!|>-][^:#]*):(?=\s|$)/;

function readLine(line: string, state: State) {
  const rest = line.trimStart();
  const indent = line.length - rest.length;
  if (state.scalar !== undefined && (rest === '' || indent > state.scalar)) return;
  state.scalar = undefined;
  if (rest.startsWith('#')) return;
  if (/^[{[]/.test(rest)) {
    closeBlocks(state, indent);
    readFlow(rest, state);
    return;
  }
  const key = KEY.exec(rest);
  if (key === null) {
    state.stands = { kind: 'key', path: under(state, indent), typed: rest };
    return;
  }
  const path = [...under(state, indent), unquoted((key[1] ?? '').trimEnd())];
  closeBlocks(state, indent);
  state.block.push({ indent, key: path.at(-1) ?? '' });
  readValue(rest.slice(key[0].length), { state, path, indent });
}

function readValue(
  written: string,
  at: { readonly state: State; readonly path: readonly string[]; readonly indent: number },
) {
  const { state, path, indent } = at;
  const value = written.trimStart();
  if (/^[{[]/.test(value)) {
    readFlow(value, state);
    return;
  }
  if (/^[|>]/.test(value)) state.scalar = indent;
  const [plain = ''] = value.split(/\s+#|^#/);
  state.entries.push({ path, value: unquoted(plain.trim()) });
  const isWritten = written !== '' && !/(^|\s)#/.test(value);
  state.stands = isWritten ? { kind: 'value', path, typed: value } : undefined;
}

/** Reads a line, or the end of one, that stands in braces or brackets. */
function readFlow(line: string, state: State) {
  const signs = /"[^"]*"?|'[^']*'?|\s#.*|:(?=\s|$)|[{}[\],]|[^{}[\],:"'#\s]+|\s+|./g;
  for (const [sign] of line.matchAll(signs)) {
    if (/^\s#/.test(sign)) return;
    readSign(sign, state);
  }
}

function readSign(sign: string, state: State) {
  const frame = state.flow.at(-1);
  if (sign === '{' || sign === '[') {
    state.flow.push({ kind: sign === '{' ? 'map' : 'list', key: undefined, token: '' });
  } else if (sign === '}' || sign === ']') {
    keep(state);
    state.flow.pop();
  } else if (frame === undefined) {
    return;
  } else if (sign === ',') {
    keep(state);
  } else if (sign === ':' && frame.kind === 'map' && frame.key === undefined) {
    frame.key = unquoted(frame.token.trim());
    frame.token = '';
  } else {
    frame.token += sign;
  }
}

/** What stood before a comma or a closing brace has been read. */
function keep(state: State) {
  const frame = state.flow.at(-1);
  if (frame === undefined) return;
  if (frame.key !== undefined) state.entries.push({ path: flowPath(state), value: unquoted(frame.token.trim()) });
  frame.key = undefined;
  frame.token = '';
}

function placeIn(state: State): Place | undefined {
  const frame = state.flow.at(-1);
  if (frame === undefined) return state.stands;
  const isValue = frame.kind === 'list' || frame.key !== undefined;
  return { kind: isValue ? 'value' : 'key', path: flowPath(state), typed: frame.token.trimStart() };
}

function flowPath({ block, flow }: State): readonly string[] {
  const inner = flow.flatMap(({ kind, key }) => (kind === 'list' ? ['[]'] : (key ?? [])));
  return [...block.map(({ key }) => key), ...inner];
}

/** The keys under which a line of this indent stands. */
function under({ block }: State, indent: number): readonly string[] {
  return block.filter((each) => each.indent < indent).map(({ key }) => key);
}

function closeBlocks({ block }: State, indent: number) {
  while ((block.at(-1)?.indent ?? -1) >= indent) block.pop();
}

function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
