import type { ZodType } from 'zod';
import type { Drafting, DraftPrompts } from './drafting.ts';
import type { How, Prompt } from './prompt.ts';
import type { Wanted } from './wanted.ts';
import type { Bill, Move, Outcome, Pass, Place, Protocol, Refused, Signed, Transcript, Turn } from './protocol.ts';

/** Kind of seat; what simulated players are named after. */
export type Role =
  | 'debater'
  | 'consultant'
  | 'proposer'
  | 'critic'
  | 'judge'
  | 'decomposer'
  | 'solver'
  | 'checker'
  | 'helper'
  | 'verifier';

export interface Seat {
  readonly seat: string;
  readonly role: Role;
}

/** Three orders, stored apart and counterbalanced by the seed. None of them touches a belief. */
export interface Orders {
  /** Which option each seat with an assigned side argues for, in the order of those seats; two are posed, and a run keeps those that it seats. */
  readonly sides: readonly number[];
  /** The order in which the options are listed in what is read. */
  readonly listed: readonly number[];
  /** The order in which a judge is shown the choices. */
  readonly choices: readonly number[];
}

/** A question as it is put to a table: without its truth. */
export interface Posed {
  readonly question: string;
  readonly options: readonly string[];
  readonly source?: string;
  readonly orders: Orders;
  /** Where all the randomness of the run comes from. */
  readonly seed: number;
}

/** All that an agent is told: its turn, its brief of the setup, and its view of the transcript. */
export interface Asked<S, M extends Turn, T extends Turn = Turn> {
  readonly turn: T;
  readonly brief: Partial<S>;
  readonly seen: readonly (M | Pass)[];
}

/** A player without a model: what it says follows from what it was told and from a number drawn for the turn. */
export type Script<S, M extends Turn> = (asked: Asked<S, M>, seed: number) => object;

/** What a table is played by. */
export interface Playable<S extends object, M extends Turn> {
  readonly protocol: Protocol<S, M>;
  /** The shape of each kind of move. */
  readonly moves: Readonly<Record<string, ZodType<M>>>;
  /** What a model is asked. Of a belief, `how` may want the options listed in reverse, or the answer as one number. */
  prompt?(asked: Asked<S, M>, how: How): Prompt;
  /** What models are asked of drafts, where turns may be drafted first. */
  readonly drafting?: Drafting<S, M>;
  /** Which option the seat of a turn is to argue for in it. */
  assigned?(asked: Asked<S, M>): Assigned | undefined;
  readonly scripts?: Readonly<Record<string, Script<S, M>>>;
  /** What screens are told of a brief, where that is not all of it. */
  told?(brief: Partial<S>): object;
}

/** Everything the author of a protocol hands in. */
export interface Definition<S extends object, O extends object, M extends Turn> extends Playable<S, M> {
  /** Semantic version of the rules and prompts, kept on every run. */
  readonly version: string;
  /** What a researcher may choose, as written under `setup` in an arm. */
  readonly options: ZodType<O>;
  readonly setup: ZodType<S>;
  seats(options: O): readonly Seat[];
  /** The seats whose side is assigned and may be the truth, in the order of the sides. None where it is left out. */
  argues?(options: O): readonly string[];
  /** The setup of a run, of what was chosen and what is asked. Fails in words if the question does not fit. */
  arrange(options: O, posed: Posed): S | Unfit;
}

/** A side to argue for: the index of the option among the question's own. */
export interface Assigned {
  readonly question: string;
  readonly options: readonly string[];
  readonly side: number;
}

/** Why a question cannot be put to a table of this protocol. */
export interface Unfit {
  readonly unfit: string;
}

/** A protocol as everybody outside its folder meets it. */
export interface Listed {
  readonly name: string;
  readonly version: string;
  readonly options: ZodType;
  readonly moves: Readonly<Record<string, ZodType>>;
  readonly scripts: readonly string[];
  /** Whether models can sit at it: only with prompts. */
  readonly isPrompted: boolean;
  /** Whether what is said at it may be drafted first. */
  readonly isDrafted: boolean;
  seats(options: unknown): readonly Seat[];
  /** The seats that argue for an assigned side: a run has as many sides. */
  argues(options: unknown): readonly string[];
  /** The setup as it is frozen with the run. */
  arrange(options: unknown, posed: Posed): { readonly setup: object } | Unfit;
  /** Sets a table: a setup, and the moves made so far. */
  table(setup: unknown, moves?: Transcript): Table;
  /** Sets a table of new judges over a finished transcript of this protocol. `how` is a `Judging`: the setup that is frozen with their run. */
  again(frozen: Frozen, how: unknown, moves?: Transcript): Table;
  /**
   * Sets the table at which a run of the past was played, from its first move on; what was said then is not judged by rules of
   * today. With `judged`, the run is one of new judges over that, and its setup a `Judging`.
   */
  recorded(setup: unknown, past: readonly Recorded[], judged?: Frozen): Table | Unplayable;
}

/** A move of the past as it was made. `added` is what the rules would have added to it: quotes that were checked. */
export type Recorded = Said & { readonly added?: object };

/** The first move of the past that could not be played, and why. */
export interface Unplayable {
  readonly seq: number;
  readonly refused: Refused;
}

/** A finished run as others judge it: its setup, and all moves that it had then, also those that no longer stand. */
export interface Frozen {
  readonly setup: unknown;
  readonly moves: Transcript;
}

/** A setup and the moves made so far. Never changed: what adds a move gives another table. */
export interface Table {
  readonly protocol: string;
  readonly moves: Transcript;
  next(): readonly Turn[];
  view(place: Place): readonly Turn[];
  brief(place: Place): object;
  watches(turn: Turn, place: Place): boolean;
  outcome(): Outcome | undefined;
  play(said: Said): Added | Refused;
  charge(bill: Bill): Added;
  /** How a place would see a turn that is still being taken, if no more were said; undefined where it would see nothing. */
  drafted(turn: Turn, said: object, place: Place): Turn | undefined;
  /** The table as it stood after so many moves. */
  at(seq: number): Table;
  /** The same table with moves that were kept elsewhere in the meantime. */
  extend(moves: Transcript): Table;
  /** What a person fills in, in a turn. */
  form(turn: Turn): Form;
  /** What the model in a turn's seat is asked. */
  prompt(turn: Turn, how?: How): Prompt;
  /** What models are asked of what might be said in a turn; undefined where that is not drafted. */
  drafts(turn: Turn, said: object): DraftPrompts | undefined;
  /** Which side is argued for in a turn; undefined where none is assigned. */
  assigned(turn: Turn): Assigned | undefined;
  /** What the script of that name says in a turn. */
  scripted(script: string, turn: Turn, seed: number): object;
}

/** What can be said in a turn, as a JSON Schema without what names it, and what its protocol wants of it. */
export interface Form extends Wanted {
  readonly schema: Readonly<Record<string, unknown>>;
}

/** A table with one move more. */
export interface Added {
  readonly ok: true;
  readonly table: Table;
  readonly move: Move;
}

/** What somebody says in a turn, before it has been checked: fields of the move, or a reason for passing. */
export type Said = Pick<Turn, 'seat' | 'kind' | 'at' | 'version'> &
  Signed &
  ({ readonly passed: string } | { readonly said: object });
