import { withoutRecord } from './without-record.ts';
import type { Wanted } from './wanted.ts';
import { open, reading, remembered, type Moves } from './transcript.ts';

/** Something that a seat may now do. `at` is a path that tells apart what is open together: 'round 2/1', '0/1', 'truth'. */
export interface Turn {
  readonly seat: string;
  readonly kind: string;
  readonly at: string;
  /** 1, and one more each time the same seat, kind and place is taken again: a revision, or a turn opened again. */
  readonly version: number;
  /** May be taken, but the run does not wait for it. */
  readonly optional?: true;
  /** What may be spent on it, where there is a budget. */
  readonly left?: number;
  /** How long a person has for it, from when it is first shown to them. */
  readonly seconds?: number;
}

/** What names a turn. */
export type TurnName = Pick<Turn, 'seat' | 'kind' | 'at' | 'version'>;

/** A required turn given up, and why: a deadline, a failed model, a person who left. Rules count it as taken, with nothing said. */
export interface Pass extends Turn {
  readonly passed: string;
}
/** Something spent outside any turn, and why: a failed attempt, an opening. */
export interface Charge extends Turn {
  readonly kind: 'charge';
  readonly why: string;
}
export type Maker = `${'person' | 'model' | 'tool' | 'script'}:${string}`;
export interface Signed {
  readonly by: Maker;
  readonly cost?: number;
  readonly thinking?: string;
  readonly compliance?: Compliance;
}
/** Whether a speech argues for the side that its seat was assigned; `unknown` where that cannot be told. */
export type Compliance = 'complies' | 'refuses' | 'argues-other-side' | 'unknown';
/** A move as it is kept: by whom, and the indices of the moves that its maker was shown or that its turn came from. */
export type Kept<X extends Turn> = X & Signed & { readonly rests: readonly number[] };
/** A turn taken. M is what was said, one shape for each kind. */
export type Move<M extends Turn = Turn> = Kept<M | Pass | Charge>;
/** The moves of a run in order of arrival, only ever added to. */
export type Transcript<M extends Turn = Turn> = readonly Move<M>[];

/** Where somebody looks from. One who only watches sits in the seat 'observer', at ''. */
export type Place = Pick<Turn, 'seat' | 'at'>;
/** What each judge ended with: a belief (one probability an option, in the question's stored order), or why there is none. */
export type Outcome = readonly {
  readonly seat: string;
  readonly belief?: readonly number[];
  readonly passed?: string;
}[];
export type Played<M extends Turn> = { readonly ok: true; readonly played: Transcript<M> } | Refused;
export interface Refused {
  readonly ok: false;
  readonly why: 'over' | 'not-open' | 'barred' | 'fault';
  readonly words?: string;
}

/** What the author of a protocol writes: pure, and blind to the order of arrival, since moves are looked up by key. */
export interface Rules<S extends object, M extends Turn, T extends Turn = Turn, Known = Moves<M>> {
  readonly name: string;
  /** The turns now open. The run is over when none of them is required. */
  next(setup: S, moves: Known): readonly T[];
  /** The moves that may be seen from a place, in an order of the rules' own; fields may be left out, never altered. */
  view(setup: S, moves: Known, place: Place): readonly (M | Pass)[];
  /** Whether a place may follow an open turn while it is being taken. */
  watches(setup: S, moves: Known, turn: Turn, place: Place): boolean;
  /** What of the setup a place may know. */
  brief(setup: S, place: Place): Partial<S>;
  outcome(setup: S, moves: Known): Outcome;
  /** What is wrong with what was said, in words that its maker can act on. */
  fault?(setup: S, moves: Known, move: M & Signed): string | undefined;
  /** Why this maker may not take this turn. */
  barred?(setup: S, moves: Known, turn: Turn, by: Maker): string | undefined;
  /** The moves that a turn comes from, seen by its taker or not. */
  derives?(setup: S, moves: Known, turn: Turn): readonly Turn[];
  /** What the rules themselves add to what was said before it is kept: quotes that were checked, a text cut at its limit. */
  completed?(setup: S, moves: Known, move: M & Signed): M & Signed;
  /** How a person is to fill in a turn, beyond the shape of its kind. */
  wanted?(setup: S, turn: Turn): Wanted;
  /** Further keys under which a move can be looked up. */
  keys?(move: Move<M>): readonly string[];
}

/** A protocol as everybody else meets it: pure functions of a setup and a transcript. */
export interface Protocol<S extends object, M extends Turn, T extends Turn = Turn> extends Pick<
  Rules<S, M, T, Transcript<M>>,
  'name' | 'next' | 'view' | 'watches' | 'brief' | 'wanted'
> {
  /** What each judge ended with, once the run is over. */
  outcome(setup: S, played: Transcript<M>): Outcome | undefined;
  /** Adds a move to the transcript, or says why the rules refuse it. */
  play(setup: S, played: Transcript<M>, said: (M | Pass) & Signed): Played<M>;
  /** Adds a move that was made elsewhere, in a turn that was open, as it was: content is neither refused nor completed. */
  record(setup: S, played: Transcript<M>, said: (M | Pass) & Signed): Played<M>;
  /** How a place would see a move that is still being made, if it were made as it is now; undefined where it sees nothing. */
  drafted(setup: S, played: Transcript<M>, draft: M & Signed, place: Place): M | Pass | undefined;
  /** Adds what was spent outside any turn; money that is gone is never refused. */
  charge(setup: S, played: Transcript<M>, bill: Bill): Transcript<M>;
  /** Takes over moves as they were kept elsewhere: what was played there holds here. */
  extend(setup: S, played: Transcript<M>, kept: Transcript<M>): Transcript<M>;
}

/** Something spent outside any turn. */
export type Bill = Place & Signed & { readonly cost: number; readonly why: string };

/** The move as it is to be kept, or why it is not. */
type Check<S, M extends Turn> = (
  setup: S,
  moves: Moves<M>,
  move: (M | Pass) & Signed,
) => ((M | Pass) & Signed) | Refused;

/** Makes a protocol of rules. */
export function protocol<S extends object, M extends Turn, T extends Turn = Turn>(
  rules: Rules<S, M, T>,
): Protocol<S, M, T> {
  const { read, lengthen, extend } = reading<S, M>((move) => rules.keys?.(move) ?? []);
  const drafts = reading<S, M>((move) => rules.keys?.(move) ?? []);
  const opened = remembered<S, M, readonly T[]>((setup, moves) => rules.next(setup, moves));
  const next = (setup: S, played: Transcript<M>) => opened(setup, read(setup, played), '');
  const taking =
    (check: Check<S, M>): Protocol<S, M>['play'] =>
    (setup, played, said) => {
      const moves = read(setup, played),
        turns = next(setup, played);
      const turn = turns.find((each) => isSame(each, said) && !(each.optional && 'passed' in said));
      if (!turn) return { ok: false, why: isOver(turns) ? 'over' : 'not-open' };
      const checked = check(setup, moves, { ...said, ...turn });
      if ('ok' in checked) return checked;
      const on = [...rules.view(setup, moves, turn), ...(rules.derives?.(setup, moves, turn) ?? [])];
      return { ok: true, played: lengthen(setup, played, { ...checked, rests: [] }, on) };
    };
  return {
    name: rules.name,
    brief: rules.brief,
    ...(rules.wanted && { wanted: rules.wanted }),
    next,
    view: (setup, played, place) => rules.view(setup, read(setup, played), place).map(withoutRecord),
    watches: (setup, played, turn, place) => rules.watches(setup, read(setup, played), turn, place),
    outcome: (setup, played) => (isOver(next(setup, played)) ? rules.outcome(setup, read(setup, played)) : undefined),
    play: taking(live(rules)),
    record: taking((_setup, _moves, move) => move),
    drafted(setup, played, draft, place) {
      const made = { ...completed(rules, setup, read(setup, played), draft), rests: [] };
      // A reading of its own, since what is played on a transcript takes over what was known of it.
      const seen = rules.view(setup, drafts.read(setup, [...played, made]), place).find((each) => isSame(each, draft));
      return seen && withoutRecord(seen);
    },
    extend,
    charge: (setup, played, bill) =>
      lengthen(setup, played, { ...open(read(setup, played), { ...bill, kind: 'charge' }), rests: [] }, []),
  };
}

/** A run is over when no turn still open is required. */
export function isOver(turns: readonly Turn[]): boolean {
  return turns.every((turn) => turn.optional);
}

/** What is said now is refused where the rules say so, and completed by them. */
function live<S extends object, M extends Turn>(rules: Rules<S, M>): Check<S, M> {
  return (setup, moves, move) => {
    const refused = 'passed' in move ? undefined : refusal(rules, setup, moves, move);
    return refused ?? completed(rules, setup, moves, move);
  };
}

function refusal<S extends object, M extends Turn>(
  rules: Rules<S, M>,
  setup: S,
  moves: Moves<M>,
  move: M & Signed,
): Refused | undefined {
  const barred = rules.barred?.(setup, moves, move, move.by);
  if (barred !== undefined) return { ok: false, why: 'barred', words: barred };
  const fault = rules.fault?.(setup, moves, move);
  return fault === undefined ? undefined : { ok: false, why: 'fault', words: fault };
}

function completed<S extends object, M extends Turn>(
  rules: Rules<S, M>,
  setup: S,
  moves: Moves<M>,
  move: (M | Pass) & Signed,
): (M | Pass) & Signed {
  return 'passed' in move ? move : (rules.completed?.(setup, moves, move) ?? move);
}

/** Whether two turns are the same one: seat, kind, place and version. */
export function isSame(a: TurnName, b: TurnName): boolean {
  return a.at === b.at && a.seat === b.seat && a.kind === b.kind && a.version === b.version;
}
