import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import { checkableIn, type Checkable } from './checkable.ts';
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
  const broken = document.errors.slice(0, MOST_FAULTS).map(({ message, pos }) => ({
    at: spotAt(file, lines, pos[0]),
    why: inWords(message),
  }));
  // A key given twice can be read past; of anything else that is no YAML, the rest cannot be known.
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return refused(broken);
  const value = valueOf(document);
  if ('fault' in value) return refused([...broken, { at: { file }, why: value.fault }]);
  const read = ExperimentFile.safeParse(value.is);
  const wrong = [
    ...(read.success ? [] : read.error.issues.slice(0, MOST_FAULTS).flatMap((issue) => faultsOf(issue))),
    ...knownFaults(checkableIn(value.is), known),
    ...(read.success ? likeFaults(read.data) : []),
  ];
  if (read.success && wrong.length === 0 && broken.length === 0) return { ok: true, file: read.data };
  const placed = wrong.slice(0, MOST_FAULTS).map(({ path, why }) => ({ at: spotOf(document, lines, file, path), why }));
  return refused([...broken, ...placed]);
}

/** Faults in the order in which they stand in the file. */
function refused(faults: readonly Fault[]): Reading {
  const inOrder = faults.toSorted(
    ({ at: a }, { at: b }) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  return { ok: false, faults: inOrder.slice(0, MOST_FAULTS) };
}

/** Nobody mends more at once, and looking up where each stands takes its time. */
const MOST_FAULTS = 50;

/** What a file names that is not there, and what a protocol refuses; looked for wherever the rest can be read. */
function knownFaults({ dataset, arms }: Checkable, known: Known): readonly PathFault[] {
  return [...datasetFaults(dataset, known), ...arms.flatMap(([name, arm]) => armFaults(name, arm, known))];
}

function datasetFaults(dataset: string | undefined, { datasets }: Known): readonly PathFault[] {
  if (!datasets || dataset === undefined || datasets.includes(dataset)) return [];
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
