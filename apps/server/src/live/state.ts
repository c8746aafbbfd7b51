import { canonical, isJudge, isOver, type Table, type Turn, type TurnName } from '@moot/protocol';
import type { Run } from '@moot/runner';
import { turnKey, type Awaited, type RunState, type SeenMove, type Speaking, type TurnForm } from '@moot/wire';

/** From where somebody looks at a run: from a seat, or, a researcher, from everywhere. */
export type Looking = { readonly from: 'everywhere' } | { readonly from: 'seat'; readonly seat: string };

/** What is known of a run besides its moves. */
export interface Around {
  readonly failed: readonly TurnName[];
  /** The turns with a limit whose clocks have been started. */
  readonly started: readonly TurnName[];
  /** What has been said so far in a turn, as it is seen from here; undefined where nobody speaks. */
  readonly spoken: (turn: Turn) => Pick<Speaking, 'text' | 'beside'> | undefined;
}

/** What somebody has been sent: the moves as text by their names, and how many had been made in all. */
export interface Sent {
  readonly known: ReadonlyMap<string, string>;
  readonly seq: number;
}

/** A run as it is seen from somewhere, with those of the moves that are not known there yet. */
export function runState(run: Run, looking: Looking, around: Around, { known, seq: since }: Sent): RunState {
  const { id, table } = run;
  const isHeld = isWithheld(table, looking, around.started);
  const seen = isHeld ? ownMoves(table, looking) : seenMoves(table, looking);
  const turns = table.next();
  const others = isHeld ? [] : turns.filter((turn) => !turn.optional && !isOwn(turn, looking));
  return {
    run: id,
    since,
    seq: table.moves.length,
    seat: looking.from === 'seat' ? looking.seat : null,
    seats: Object.keys(run.seats).map((seat) => ({ seat, role: isJudge(seat) ? 'judge' : 'player' })),
    brief: isHeld ? {} : { ...table.brief(briefPlace(looking)) },
    order: seen.map(turnKey),
    // Who knows no move is told all: a transcript that is judged again is there before the first.
    moves: seen.filter((move) => since === 0 || known.get(turnKey(move)) !== canonical(move)),
    open: turns.filter((turn) => isOwn(turn, looking)).map((turn) => ({ ...turn, form: formOf(table, turn) })),
    awaited: others.map((turn) => awaited(table, turn, looking, around)),
    speaking: isHeld ? [] : turns.flatMap((turn) => speaking(table, turn, looking, around)),
    isOver: isOver(turns),
  };
}

/** Whether a seat has a turn with a limit before it whose clock has not been started: until then there is nothing to read. */
export function isWithheld(table: Table, looking: Looking, started: Around['started']): boolean {
  const limited = table.next().filter((turn) => isOwn(turn, looking) && turn.seconds !== undefined);
  return limited.some((turn) => !started.some((each) => turnKey(each) === turnKey(turn)));
}

/** What a seat that waits for its clock to start has seen in any case: what it gave itself. */
export function ownMoves(table: Table, looking: Looking): readonly SeenMove[] {
  return seenMoves(table, looking).filter((move) => isOwn(move, looking));
}

/** The moves that are seen from somewhere; researchers see all, with their makers. */
export function seenMoves(table: Table, looking: Looking): readonly SeenMove[] {
  if (looking.from === 'seat') return table.view(placeIn(table, looking.seat)).map((move) => ({ ...move }));
  const own = table.moves.filter(({ kind }) => kind !== 'charge').map((move) => ({ ...move }));
  const names = new Set(own.map(turnKey));
  // What is judged again was said in another run, and is no move of this one.
  const judged = table.view(ONLOOKER).filter((move) => !names.has(turnKey(move)));
  return [...judged.map((move) => ({ ...move })), ...own];
}

const ONLOOKER = { seat: 'observer', at: '' };

/** Moves as they are remembered once they have been sent. */
export function asKnown(moves: readonly SeenMove[]): Map<string, string> {
  return new Map(moves.map((move) => [turnKey(move), canonical(move)]));
}

/** Whether somebody may hear a turn while it is being taken. */
export function mayHear(table: Table, turn: Turn, looking: Looking): boolean {
  return looking.from === 'everywhere' || table.watches(turn, placeIn(table, looking.seat));
}

/** How a turn that is being taken is seen from somewhere, besides its text. */
export function besideText(table: Table, turn: Turn, text: string, looking: Looking): Record<string, unknown> {
  const place = looking.from === 'everywhere' ? turn : placeIn(table, looking.seat);
  const seen = Object.entries({ ...table.drafted(turn, { text }, place) });
  return Object.fromEntries(seen.filter(([name]) => !(name in turn) && name !== 'text'));
}

/** Where a seat looks from: its open turn, or the table at large. */
function placeIn(table: Table, seat: string): { readonly seat: string; readonly at: string } {
  return { seat, at: table.next().find((turn) => turn.seat === seat)?.at ?? '' };
}

function briefPlace(looking: Looking): { readonly seat: string; readonly at: string } {
  return { seat: looking.from === 'seat' ? looking.seat : 'observer', at: '' };
}

/** What is filled in, in a turn of one's own. */
function formOf(table: Table, turn: Turn): TurnForm {
  const { schema, fields, length } = table.form(turn);
  return { schema: { ...schema }, ...(fields && { fields: [...fields] }), ...(length && { length }) };
}

function isOwn({ seat }: Pick<Turn, 'seat'>, looking: Looking): boolean {
  return looking.from === 'seat' && looking.seat === seat;
}

function awaited(table: Table, turn: Turn, looking: Looking, { failed, spoken }: Around): Awaited {
  const { seat, kind, at, version } = turn;
  const name = { seat, kind, at, version };
  if (failed.some((each) => turnKey(each) === turnKey(turn))) return { ...name, state: 'failed' };
  if (!mayHear(table, turn, looking)) return { ...name, state: 'sealed' };
  return { ...name, state: spoken(turn) ? 'speaking' : 'waiting' };
}

function speaking(table: Table, turn: Turn, looking: Looking, { spoken }: Around): readonly Speaking[] {
  const { seat, kind, at, version } = turn;
  const said = mayHear(table, turn, looking) ? spoken(turn) : undefined;
  return said ? [{ turn: { seat, kind, at, version }, ...said }] : [];
}
