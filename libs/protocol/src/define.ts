import { judgedAgain } from './again.ts';
import { Judging } from './judging.ts';
import {
  isOver,
  isSame,
  type Maker,
  type Pass,
  type Protocol,
  type Refused,
  type Signed,
  type Transcript,
  type Turn,
} from './protocol.ts';
import { own, parsed } from './parse.ts';
import { saidSchema } from './form.ts';
import { draftPrompts, type DraftPrompts } from './drafting.ts';
import type { Added, Asked, Definition, Frozen, Listed, Playable, Recorded, Said, Table, Unplayable } from './table.ts';

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
    isDrafted: definition.drafting !== undefined,
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
    again(frozen, how, made = []) {
      const { anew, judges } = afresh(definition, frozen, how);
      return tableOf(anew, judges, extended(anew, { setup: judges, played: [] }, made));
    },
    recorded(frozen, past, judged) {
      if (!judged) return recordedOn(definition, setup.parse(frozen), past);
      const { anew, judges } = afresh(definition, judged, frozen);
      return recordedOn(anew, judges, past);
    },
  };
}

/** What new judges play by over a finished transcript, and their setup. */
function afresh<S extends object, O extends object, M extends Turn>(
  definition: Definition<S, O, M>,
  frozen: Frozen,
  how: unknown,
) {
  const [setup, judges] = [definition.setup.parse(frozen.setup), Judging.parse(how)];
  const moves = extended(definition, { setup, played: [] }, frozen.moves);
  return { anew: judgedAgain(definition, { setup, moves }, judges), judges };
}

function tableOf<S extends object, M extends Turn>(definition: Playable<S, M>, setup: S, played: Transcript<M>): Table {
  const { protocol, moves, told = (brief: Partial<S>) => brief } = definition;
  return {
    protocol: protocol.name,
    moves: played,
    next: () => protocol.next(setup, played),
    view: (place) => protocol.view(setup, played, place),
    brief: (place) => told(protocol.brief(setup, place)),
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
    form: (turn) => ({ schema: saidSchema(moves, turn), ...protocol.wanted?.(setup, turn) }),
    prompt(turn, how = {}) {
      if (!definition.prompt) throw new Error(`protocol ${protocol.name}: a model was asked, but it has no prompts`);
      return definition.prompt(askedOf(protocol, { setup, played }, turn), how);
    },
    drafts: (turn, said) => draftsOf(definition, { setup, played }, turn, said),
    assigned: (turn) => definition.assigned?.(askedOf(protocol, { setup, played }, turn)),
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

function draftsOf<S extends object, M extends Turn>(
  { protocol, moves, drafting }: Playable<S, M>,
  { setup, played }: So<S, M>,
  turn: Turn,
  said: object,
): DraftPrompts | undefined {
  const asked = askedOf(protocol, { setup, played }, turn);
  if (!drafting?.drafts(asked)) return undefined;
  const made = parsed(moves, { ...turn, by: DRAFT, said }, turn);
  const draft = 'ok' in made ? undefined : protocol.drafted(setup, played, made, turn);
  return draft && draftPrompts(drafting, { ...asked, draft });
}

function playedOn<S extends object, M extends Turn>(
  definition: Playable<S, M>,
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

function recordedOn<S extends object, M extends Turn>(
  definition: Playable<S, M>,
  setup: S,
  past: readonly Recorded[],
): Table | Unplayable {
  let played: Transcript<M> = [];
  for (const [seq, { added: more, ...said }] of past.entries()) {
    const turn = definition.protocol.next(setup, played).find((each) => isSame(each, said));
    const move = 'passed' in said ? passOf(said) : turn && parsed(definition.moves, said, turn);
    if (!move) return { seq, refused: { ok: false, why: 'not-open' } };
    if ('ok' in move) return { seq, refused: move };
    const result = definition.protocol.record(setup, played, { ...move, ...more });
    if (!result.ok) return { seq, refused: result };
    played = result.played;
  }
  return tableOf(definition, setup, played);
}

/** A pass says why, and nothing else. */
function passOf({ seat, kind, at, version, by, passed }: Extract<Said, { readonly passed: string }>): Pass & Signed {
  return { seat, kind, at, version, by, passed };
}

function extended<S extends object, M extends Turn>(
  { protocol, moves }: Playable<S, M>,
  { setup, played }: So<S, M>,
  more: Transcript,
): Transcript<M> {
  return protocol.extend(
    setup,
    played,
    more.map((move) => own(moves, move)),
  );
}

function added<S extends object, M extends Turn>(definition: Playable<S, M>, setup: S, played: Transcript<M>): Added {
  const move = played.at(-1);
  if (!move) throw new Error(`protocol ${definition.protocol.name}: a move was added and is not there`);
  return { ok: true, table: tableOf(definition, setup, played), move };
}
