import type { ZodError, ZodType } from 'zod';
import {
  isOver,
  isSame,
  type Maker,
  type Move,
  type Pass,
  type Protocol,
  type Refused,
  type Signed,
  type Transcript,
  type Turn,
} from './protocol.ts';
import type { Added, Asked, Definition, Listed, Said, Table } from './table.ts';

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
    argues: (chosen) => definition.argues?.(options.parse(chosen)) ?? [],
    arrange(chosen, posed) {
      const arranged = definition.arrange(options.parse(chosen), posed);
      return 'unfit' in arranged ? arranged : { setup: setup.parse(arranged) };
    },
    table(frozen, made = []) {
      const known = setup.parse(frozen);
      return tableOf(definition, known, extended(definition, { setup: known, played: [] }, made));
    },
  };
}

function tableOf<S extends object, O extends object, M extends Turn>(
  definition: Definition<S, O, M>,
  setup: S,
  played: Transcript<M>,
): Table {
  const { protocol, moves } = definition;
  return {
    protocol: protocol.name,
    moves: played,
    next: () => protocol.next(setup, played),
    view: (place) => protocol.view(setup, played, place),
    brief: (place) => protocol.brief(setup, place),
    watches: (turn, place) => protocol.watches(setup, played, turn, place),
    outcome: () => protocol.outcome(setup, played),
    play: (said) => playedOn(definition, { setup, played }, said),
    charge: (bill) => added(definition, setup, protocol.charge(setup, played, bill)),
    drafted(turn, said, place) {
      const draft = parsed(moves, { ...turn, by: DRAFT, said }, turn);
      return 'ok' in draft ? undefined : protocol.drafted(setup, played, draft, place);
    },
    at: (seq) => tableOf(definition, setup, played.slice(0, seq)),
    extend: (more) => tableOf(definition, setup, extended(definition, { setup, played }, more)),
    prompt(turn) {
      if (!definition.prompt) throw new Error(`protocol ${protocol.name}: a model was asked, but it has no prompts`);
      return definition.prompt(askedOf(protocol, { setup, played }, turn));
    },
    scripted(name, turn, seed) {
      const script = definition.scripts?.[name];
      if (!script) throw new Error(`protocol ${protocol.name}: there is no script ${name}`);
      return script(askedOf(protocol, { setup, played }, turn), seed);
    },
  };
}

/** Nobody has made a draft yet. */
const DRAFT: Maker = 'script:draft';

interface So<S, M extends Turn> {
  readonly setup: S;
  readonly played: Transcript<M>;
}

function askedOf<S extends object, M extends Turn>(
  { brief, view }: Protocol<S, M>,
  { setup, played }: So<S, M>,
  turn: Turn,
): Asked<S, M> {
  return { turn, brief: brief(setup, turn), seen: view(setup, played, turn) };
}

function playedOn<S extends object, O extends object, M extends Turn>(
  definition: Definition<S, O, M>,
  { setup, played }: So<S, M>,
  said: Said,
): Added | Refused {
  const { protocol, moves } = definition;
  const turns = protocol.next(setup, played);
  const turn = turns.find((each) => isSame(each, said));
  if (!turn) return { ok: false, why: isOver(turns) ? 'over' : 'not-open' };
  const move = 'passed' in said ? passOf(said) : parsed(moves, said, turn);
  if ('ok' in move) return move;
  const result = protocol.play(setup, played, move);
  return result.ok ? added(definition, setup, result.played) : result;
}

/** A pass says why, and nothing else. */
function passOf({ seat, kind, at, version, by, passed }: Extract<Said, { readonly passed: string }>): Pass & Signed {
  return { seat, kind, at, version, by, passed };
}

function extended<S extends object, O extends object, M extends Turn>(
  { protocol, moves }: Definition<S, O, M>,
  { setup, played }: So<S, M>,
  more: Transcript,
): Transcript<M> {
  return protocol.extend(
    setup,
    played,
    more.map((move) => own(moves, move)),
  );
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
  turn: Turn,
): (M & Signed) | Refused {
  const shape = moves[signed.kind];
  if (!shape) throw new Error(`a turn of kind ${signed.kind} is open, which has no schema`);
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
