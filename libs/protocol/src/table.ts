import type { ZodError, ZodType } from 'zod';
import type { Prompt } from './prompt.ts';
import { isSame } from './protocol.ts';
import type { Bill, Move, Outcome, Pass, Place, Protocol, Refused, Signed, Transcript, Turn } from './protocol.ts';

/** Kind of seat; what simulated players are named after. */
export type Role = 'debater' | 'consultant' | 'judge' | 'decomposer' | 'solver' | 'checker' | 'helper' | 'verifier';

export interface Seat {
  readonly seat: string;
  readonly role: Role;
}

/** Three orders, stored apart and counterbalanced by the seed. None of them touches a belief. */
export interface Orders {
  /** Which option each seat with an assigned side argues for, in the order of those seats. */
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

/** Everything the author of a protocol hands in. */
export interface Definition<S extends object, O extends object, M extends Turn> {
  readonly protocol: Protocol<S, M>;
  /** Semantic version of the rules and prompts, kept on every run. */
  readonly version: string;
  /** What a researcher may choose, as written under `setup` in an arm. */
  readonly options: ZodType<O>;
  readonly setup: ZodType<S>;
  /** The shape of each kind of move. */
  readonly moves: Readonly<Record<string, ZodType<M>>>;
  seats(options: O): readonly Seat[];
  /** The setup of a run, of what was chosen and what is asked. Fails in words if the question does not fit. */
  arrange(options: O, posed: Posed): S | Unfit;
  prompt?(asked: Asked<S, M>): Prompt;
  readonly scripts?: Readonly<Record<string, Script<S, M>>>;
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
  seats(options: unknown): readonly Seat[];
  /** The setup as it is frozen with the run. */
  arrange(options: unknown, posed: Posed): { readonly setup: object } | Unfit;
  /** Sets a table: a setup, and the moves made so far. */
  table(setup: unknown, moves?: Transcript): Table;
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
  /** The same table with moves that were kept elsewhere in the meantime. */
  extend(moves: Transcript): Table;
  /** What the model in a turn's seat is asked. */
  prompt(turn: Turn): Prompt;
  /** What the script of that name says in a turn. */
  scripted(script: string, turn: Turn, seed: number): object;
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

/** Lists a protocol: its own types stay inside, everything that comes in is parsed by its schemas. */
export function define<S extends object, O extends object, M extends Turn>(definition: Definition<S, O, M>): Listed {
  const { protocol, version, options, setup, moves, scripts = {} } = definition;
  return {
    name: protocol.name,
    version,
    options,
    moves,
    scripts: Object.keys(scripts),
    isPrompted: definition.prompt !== undefined,
    seats: (chosen) => definition.seats(options.parse(chosen)),
    arrange(chosen, posed) {
      const arranged = definition.arrange(options.parse(chosen), posed);
      return 'unfit' in arranged ? arranged : { setup: setup.parse(arranged) };
    },
    table(frozen, made = []) {
      const known = setup.parse(frozen);
      return tableOf(
        definition,
        known,
        protocol.extend(
          known,
          [],
          made.map((move) => own(definition.moves, move)),
        ),
      );
    },
  };
}

function tableOf<S extends object, O extends object, M extends Turn>(
  definition: Definition<S, O, M>,
  setup: S,
  played: Transcript<M>,
): Table {
  const { protocol } = definition;
  const asked = (turn: Turn) => ({
    turn,
    brief: protocol.brief(setup, turn),
    seen: protocol.view(setup, played, turn),
  });
  return {
    protocol: protocol.name,
    moves: played,
    next: () => protocol.next(setup, played),
    view: (place) => protocol.view(setup, played, place),
    brief: (place) => protocol.brief(setup, place),
    watches: (turn, place) => protocol.watches(setup, played, turn, place),
    outcome: () => protocol.outcome(setup, played),
    play(said) {
      const turn = protocol.next(setup, played).find((each) => isSame(each, said));
      const move = 'passed' in said ? said : parsed(definition.moves, said, turn);
      if ('ok' in move) return move;
      const result = protocol.play(setup, played, move);
      return result.ok ? added(definition, setup, result.played) : result;
    },
    charge: (bill) => added(definition, setup, protocol.charge(setup, played, bill)),
    extend: (more) =>
      tableOf(
        definition,
        setup,
        protocol.extend(
          setup,
          played,
          more.map((move) => own(definition.moves, move)),
        ),
      ),
    prompt(turn) {
      if (!definition.prompt) throw new Error(`protocol ${protocol.name}: a model was asked, but it has no prompts`);
      return definition.prompt(asked(turn));
    },
    scripted(name, turn, seed) {
      const script = definition.scripts?.[name];
      if (!script) throw new Error(`protocol ${protocol.name}: there is no script ${name}`);
      return script(asked(turn), seed);
    },
  };
}

function added<S extends object, O extends object, M extends Turn>(
  definition: Definition<S, O, M>,
  setup: S,
  played: Transcript<M>,
): Added {
  const move = played.at(-1);
  if (!move) throw new Error(`protocol ${definition.protocol.name}: a move was added and is not there`);
  return { ok: true, table: tableOf(definition, setup, played), move };
}

/** The move that somebody's words make, or what is wrong with their shape. Unknown fields are left out. */
function parsed<M extends Turn>(
  moves: Readonly<Record<string, ZodType<M>>>,
  { said, ...signed }: Extract<Said, { readonly said: object }>,
  turn: Turn | undefined,
): (M & Signed) | Refused {
  const shape = moves[signed.kind];
  if (!shape) return { ok: false, why: 'not-open' };
  const read = shape.safeParse({ ...said, ...turn, ...signed });
  return read.success ? { ...signed, ...read.data } : { ok: false, why: 'fault', words: inWords(read.error) };
}

/** A move that was kept, as this protocol's own. What is kept was checked when it was played. */
function own<M extends Turn>(moves: Readonly<Record<string, ZodType<M>>>, move: Move): Move<M> {
  const isOwn = (each: Move): each is Move<M> => each.kind in moves || each.kind === 'charge';
  if (!isOwn(move)) throw new Error(`a move of kind ${move.kind} was kept, which this protocol does not have`);
  return move;
}

/** What a schema refuses, field by field, in words. */
export function inWords(error: ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}
