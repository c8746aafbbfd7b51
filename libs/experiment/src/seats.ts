import type { Listed, Role, Seat } from '@moot/protocol';
import type { Arm, Known, SeatEntry } from './file.ts';
import { faultsOf, type PathFault } from './path-fault.ts';
import type { Parameters } from './sitter.ts';

/** Everything that is wrong with an arm: its protocol, its setup, and who sits where. */
export function armFaults(name: string, arm: Arm, known: Known): readonly PathFault[] {
  const listed = known.protocols.find((each) => each.name === arm.protocol);
  if (!listed) {
    const names = known.protocols.map((each) => each.name).join(', ');
    return [{ path: ['arms', name, 'protocol'], why: `there is no protocol ${arm.protocol}; there are ${names}` }];
  }
  const options = listed.options.safeParse(arm.setup);
  if (!options.success) {
    return options.error.issues
      .flatMap(faultsOf)
      .map(({ path, why }) => ({ path: ['arms', name, 'setup', ...path], why }));
  }
  return seatFaults(listed, arm, known).map(({ path, why }) => ({ path: ['arms', name, 'seats', ...path], why }));
}

function seatFaults(listed: Listed, arm: Arm, known: Known): readonly PathFault[] {
  const seats = listed.seats(arm.setup);
  const names = new Set(seats.flatMap(({ seat, role }) => [seat, role]));
  const unknown = Object.keys(arm.seats).filter((key) => !names.has(key));
  const empty = seats.filter((seat) => entryOf(arm, seat) === undefined);
  return [
    ...unknown.map((key) => ({
      path: [key],
      why: `${listed.name} has no seat or role ${key}; it has ${[...names].join(', ')}`,
    })),
    ...empty.map(({ seat, role }) => ({
      path: [],
      why: `nobody sits in seat ${seat}: set ${seat === role ? seat : `${seat}, or ${role} for all of that role`}`,
    })),
    ...Object.entries(arm.seats).flatMap(([key, entry]) => {
      const why = entryFault(listed, entry, known);
      return why === undefined ? [] : [{ path: [key], why }];
    }),
  ];
}

/** Who sits in a seat: what is said of the seat itself, else of its role. */
export function entryOf({ seats }: Arm, { seat, role }: Seat): SeatEntry | undefined {
  return seats[seat] ?? seats[role];
}

function entryFault(listed: Listed, entry: SeatEntry, known: Known): string | undefined {
  if (entry === 'people') return undefined;
  const model = typeof entry === 'string' ? entry : entry.model;
  if (model.startsWith('script/'))
    return listed.scripts.includes(model.slice('script/'.length)) ? undefined : noScript(listed, model);
  if (!/^[^/\s]+\/\S+$/.test(model))
    return `${model} is no model: write people, or endpoint/model, such as sim/debater or openai/gpt-5`;
  if (!listed.isPrompted)
    return `${listed.name} has no prompts, so no model can sit at it; its scripts are ${listed.scripts.join(', ')}`;
  if (typeof entry !== 'string' && !model.startsWith('sim/') && Object.keys(playerOf(entry)).length > 0) {
    return `only the simulator's players have ${Object.keys(playerOf(entry)).join(', ')}; a model has temperature, topP, seed and maxTokens`;
  }
  return known.modelFault?.(typeof entry === 'string' ? model : simulated(model, playerOf(entry)));
}

function noScript({ name, scripts }: Listed, model: string): string {
  return scripts.length === 0
    ? `${name} has no scripts`
    : `${name} has no script ${model.slice('script/'.length)}; it has ${scripts.join(', ')}`;
}

type SampledEntry = Exclude<SeatEntry, string>;

/** What a simulated player is like: everything but the model and its sampling parameters. */
export function playerOf({
  model: _model,
  temperature: _t,
  topP: _p,
  seed: _s,
  maxTokens: _m,
  ...player
}: SampledEntry): Readonly<Record<string, unknown>> {
  return player;
}

export function parametersOf({ temperature, topP, seed, maxTokens }: SampledEntry): Parameters {
  return {
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { topP }),
    ...(seed !== undefined && { seed }),
    ...(maxTokens !== undefined && { maxTokens }),
  };
}

/** The name of a simulated player with what it is like behind a question mark. */
export function simulated(model: string, player: Readonly<Record<string, unknown>>): string {
  const query = Object.entries(player).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return query.length === 0 ? model : `${model}${model.includes('?') ? '&' : '?'}${query.join('&')}`;
}

/** Who stands in for people in a seat of this role, when people are simulated. */
export function standIn(role: Role): string {
  return `sim/${PLAYED_BY[role] ?? role}`;
}

/** Roles that the simulator has no player of its own for. */
const PLAYED_BY: Readonly<Partial<Record<Role, string>>> = { proposer: 'debater', critic: 'debater' };
