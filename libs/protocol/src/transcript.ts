import type { Charge, Kept, Move, Pass, Transcript, Turn } from './protocol.ts';

type Due = Omit<Turn, 'version'>;

/** A transcript as rules read it, through the functions below: by key, so that the order of arrival cannot matter. */
export interface Moves<M extends Turn> {
  readonly keys: (move: Move<M>) => readonly string[];
  readonly made: Move<M>[];
  readonly filed: Map<string, number[]>;
  readonly resting: Map<number, number[]>;
  readonly stale: Set<number>;
  readonly readers: Map<string, Set<Cell<unknown>>>;
  /** What is being worked out with these moves. */
  readonly reader?: Cell<unknown>;
}

/** Something worked out from a transcript, and what else was worked out from it. */
interface Cell<X> {
  found?: { readonly value: X } | undefined;
  readonly readers: Set<Cell<unknown>>;
}

/** Every move ever made under a key: '@' and a place, 'by ' and a maker, 'revision', or what the rules' `keys` add. */
export function made<M extends Turn>(moves: Moves<M>, key: string): readonly Move<M>[] {
  return seqs(moves, key).flatMap((seq) => moves.made[seq] ?? []);
}

/** The move, a pass perhaps, that took a turn and still stands: not revised, and resting on nothing that was. */
export function taken<M extends Turn>(moves: Moves<M>, turn: Due): Kept<M | Pass> | undefined {
  const isTurnTaken = (move: Move<M>): move is Exclude<Move<M>, Charge> => move.kind !== 'charge';
  const seq = seqs(moves, keyOf(turn)).at(-1),
    move = seq === undefined || moves.stale.has(seq) ? undefined : moves.made[seq];
  return move && isTurnTaken(move) ? move : undefined;
}

/** What was said in a turn, if it was taken and not passed. */
export function said<M extends Turn, K extends M['kind']>(moves: Moves<M>, seat: string, kind: K, at: string) {
  const isSaid = (move: Kept<M | Pass>): move is Kept<Extract<M, { readonly kind: K }>> => !('passed' in move);
  const move = taken(moves, { seat, kind, at });
  return move && isSaid(move) ? move : undefined;
}

/** A turn as it is open now, numbered after the moves already made in it. */
export function open<M extends Turn, T extends Due>(moves: Moves<M>, turn: T): T & { readonly version: number } {
  return { ...turn, version: 1 + seqs(moves, keyOf(turn)).length };
}

/** The moves of a transcript that still stand. */
export function current<M extends Turn>(played: Transcript<M>): Transcript<M> {
  const { stale } = reading<object, M>(() => []).read({}, played);
  return played.filter((_move, seq) => !stale.has(seq));
}

/** Remembers what was worked out for each `at` until something that it read has changed. */
export function remembered<S, M extends Turn, X>(work: (setup: S, moves: Moves<M>, at: string) => X): typeof work {
  const known = new WeakMap<object, Map<string, Cell<X>>>();
  return (setup, moves, at) => {
    const cell = entry(
      entry(known, moves.made, () => new Map<string, Cell<X>>()),
      at,
      (): Cell<X> => ({ readers: new Set() }),
    );
    if (moves.reader) cell.readers.add(moves.reader);
    cell.found ??= { value: work(setup, { ...moves, reader: cell }, at) };
    return cell.found.value;
  };
}

/** Reads transcripts. A lengthened one takes over what was known of the shorter, which is read afresh if it is asked for again. */
export function reading<S extends object, M extends Turn>(keys: Moves<M>['keys']) {
  const known = new WeakMap<S, WeakMap<Transcript<M>, Moves<M>>>();
  const read = (setup: S, played: Transcript<M>): Moves<M> =>
    entry(
      entry(known, setup, () => new WeakMap()),
      played,
      () => {
        const moves: Moves<M> = {
          keys,
          made: [],
          filed: new Map(),
          resting: new Map(),
          stale: new Set(),
          readers: new Map(),
        };
        for (const move of played) add(moves, move);
        return moves;
      },
    );
  const lengthen = (setup: S, played: Transcript<M>, move: Move<M>, on: readonly Turn[]): Transcript<M> => {
    const moves = read(setup, played),
      kept = { ...move, rests: restsOf(moves, move, on) },
      longer = [...played, kept];
    add(moves, kept);
    known.get(setup)?.delete(played);
    known.get(setup)?.set(longer, moves);
    return longer;
  };
  const extend = (setup: S, played: Transcript<M>, kept: Transcript<M>): Transcript<M> => {
    const moves = read(setup, played),
      longer = [...played, ...kept];
    for (const move of kept) add(moves, next(moves, move));
    known.get(setup)?.delete(played);
    known.get(setup)?.set(longer, moves);
    return longer;
  };
  return { read, lengthen, extend };
}

function keyOf({ seat, kind, at }: Due): string {
  return `${seat} ${kind} @${at}`;
}

function seqs<M extends Turn>(moves: Moves<M>, key: string): readonly number[] {
  if (moves.reader) entry(moves.readers, key, () => new Set()).add(moves.reader);
  return moves.filed.get(key) ?? [];
}

/** The indices of what a move rests on. Version n is the n-th move under its key; an older version of the move itself does not count. */
function restsOf<M extends Turn>(moves: Moves<M>, move: Turn, on: readonly Turn[]): readonly number[] {
  const seqOf = (each: Turn) => (keyOf(each) === keyOf(move) ? [] : (seqs(moves, keyOf(each))[each.version - 1] ?? []));
  return [...new Set(on.flatMap(seqOf))].sort((a, b) => a - b);
}

/** A kept move, if it is the next under its name: one handed in twice would pass for a revision of itself. */
function next<M extends Turn>(moves: Moves<M>, move: Move<M>): Move<M> {
  const version = 1 + seqs(moves, keyOf(move)).length;
  if (move.version === version) return move;
  throw new Error(`${keyOf(move)}: version ${move.version} was handed in where ${version} is next`);
}

function add<M extends Turn>(moves: Moves<M>, move: Move<M>): void {
  const revised = taken(moves, move) && seqs(moves, keyOf(move)).at(-1);
  const seq = moves.made.push(move) - 1;
  if (revised !== undefined) withdraw(moves, revised);
  for (const on of move.rests) entry(moves.resting, on, () => []).push(seq);
  for (const key of [...keysOf(moves, move), ...(revised === undefined ? [] : ['revision'])]) {
    entry(moves.filed, key, () => []).push(seq);
    forget(moves.readers.get(key));
  }
}

/** Makes a move stale and all that rests on it; a list instead of recursion, since chains of moves can be thousands long. */
function withdraw<M extends Turn>(moves: Moves<M>, first: number): void {
  const due = [first];
  for (let seq = due.pop(); seq !== undefined; seq = due.pop()) {
    const move = moves.made[seq];
    if (!move || moves.stale.has(seq)) continue;
    moves.stale.add(seq);
    for (const key of keysOf(moves, move)) forget(moves.readers.get(key));
    due.push(...(moves.resting.get(seq) ?? []));
  }
}

function keysOf<M extends Turn>(moves: Moves<M>, move: Move<M>): readonly string[] {
  return [`@${move.at}`, keyOf(move), `by ${move.by}`, ...new Set(moves.keys(move))];
}

function forget(cells: Iterable<Cell<unknown>> = []): void {
  for (const cell of cells) {
    if (!cell.found) continue;
    cell.found = undefined;
    forget(cell.readers);
  }
}

function entry<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, fresh: () => V): V {
  const before = map.get(key);
  if (before !== undefined) return before;
  const value = fresh();
  map.set(key, value);
  return value;
}
