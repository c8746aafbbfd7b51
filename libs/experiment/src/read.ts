import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import { ExperimentFile, type Known } from './file.ts';
import { faultsOf, type Path, type PathFault } from './path-fault.ts';
import { likeFaults } from './like-fault.ts';
import type { Spot } from './question.ts';
import { armFaults } from './seats.ts';

/** What is wrong in a file, and where. */
export interface Fault {
  readonly at: Spot;
  readonly why: string;
}

export type Reading =
  { readonly ok: true; readonly file: ExperimentFile } | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads an experiment from YAML (or JSON, which is YAML), and says of each fault in which line and column it stands. */
export function readExperiment(text: string, file: string, known: Known): Reading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors
        .slice(0, MOST_FAULTS)
        .map(({ message, pos }) => ({ at: spotAt(file, lines, pos[0]), why: inWords(message) })),
    };
  }
  const value = valueOf(document);
  if ('fault' in value) return { ok: false, faults: [{ at: { file }, why: value.fault }] };
  const read = ExperimentFile.safeParse(value.is);
  const wrong = read.success
    ? [
        ...datasetFaults(read.data, known),
        ...likeFaults(read.data),
        ...Object.entries(read.data.arms).flatMap(([name, arm]) => armFaults(name, arm, known)),
      ]
    : read.error.issues.slice(0, MOST_FAULTS).flatMap((issue) => faultsOf(issue).slice(0, MOST_FAULTS));
  if (read.success && wrong.length === 0) return { ok: true, file: read.data };
  return {
    ok: false,
    faults: wrong.slice(0, MOST_FAULTS).map(({ path, why }) => ({ at: spotOf(document, lines, file, path), why })),
  };
}

/** Nobody mends more at once, and looking up where each stands takes its time. */
const MOST_FAULTS = 50;

function datasetFaults({ questions: { dataset } }: ExperimentFile, { datasets }: Known): readonly PathFault[] {
  if (!datasets || datasets.includes(dataset)) return [];
  const there = datasets.length === 0 ? 'none was imported yet' : `there are ${datasets.join(', ')}`;
  return [
    { path: ['questions', 'dataset'], why: `there is no data set ${dataset}; ${there} (see moot import --help)` },
  ];
}

function inWords(message: string): string {
  return message.includes('call stack') ? 'it is nested too deep to be read' : message;
}

/** What a document says, or why it says nothing: references can be made to grow beyond any memory, or lead nowhere. */
function valueOf(document: Document): { readonly is: unknown } | { readonly fault: string } {
  try {
    return { is: document.toJS({ maxAliasCount: 100 }) };
  } catch (thrown) {
    return { fault: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** Where the node of a path stands; of one that is missing, the nearest that is there. */
function spotOf(document: Document, lines: LineCounter, file: string, path: Path): Spot {
  const field = path.join('.');
  for (let length = path.length; length >= 0; length--) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) return { ...spotAt(file, lines, offset), ...(field !== '' && { field }) };
  }
  return { file, field };
}

/** Where a path begins: at its key, if it is one of a map. */
function offsetOf(document: Document, path: Path): number | undefined {
  const parent = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === String(path.at(-1))) : undefined;
  const node = pair?.key ?? document.getIn(path, true);
  return hasRange(node) ? node.range[0] : undefined;
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function spotAt(file: string, lines: LineCounter, offset: number): Spot {
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
}
