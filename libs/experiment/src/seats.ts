import { judgingSeats, type Listed, type Role, type Seat } from '@moot/protocol';
import type { CheckableAgainArm, CheckableArm, CheckableProtocolArm } from './checkable.ts';
import type { Known, SeatEntry } from './file.ts';
import { faultsOf, type PathFault } from './path-fault.ts';
import type { Parameters } from './sitter.ts';

/** Everything that is wrong with an arm: its protocol, its setup, and who sits where. */
export function armFaults(name: string, arm: CheckableArm, known: Known): readonly PathFault[] {
  if ('transcripts' in arm)
    return againFaults(arm, known).map(({ path, why }) => ({ path: ['arms', name, ...path], why }));
  const listed = known.protocols.find((each) => each.name === arm.protocol);
  if (!listed) {
    const names = known.protocols.map((each) => each.name).join(', ');
    return [{ path: ['arms', name, 'protocol'], why: `there is no protocol ${arm.protocol}; there are ${names}` }];
  }
  const within = (part: 'setup' | 'seats', faults: readonly PathFault[]) =>
    faults.map(({ path, why }) => ({ path: ['arms', name, part, ...path], why }));
  const options = listed.options.safeParse(arm.setup);
  return [
    ...within('setup', options.success ? [] : options.error.issues.flatMap(faultsOf)),
    // Which seats there are follows from the setup, and is not known while that is wrong.
    ...within('seats', [...(options.success ? seatFaults(listed, arm) : []), ...entryFaults(listed, arm, known)]),
  ];
}

/** What is wrong with an arm that judges transcripts again: what it names, and who judges. */
function againFaults(arm: CheckableAgainArm, known: Known): readonly PathFault[] {
  const { experiment, arm: judged } = arm.transcripts;
  const arms = known.finished?.filter((each) => each.experiment === experiment);
  const found = arms?.find((each) => each.arm === judged);
  const names = arms?.map((each) => each.arm).join(', ');
  const inSeats = [...seatFaults(AGAIN, arm), ...entryFaults(AGAIN, arm, known)];
  const seats = inSeats.map(({ path, why }) => ({ path: ['seats', ...path], why }));
  const fault = (field: string, why: string) => [{ path: ['transcripts', field], why }, ...seats];
  if (arms?.length === 0) return fault('experiment', `there is no experiment ${experiment} here`);
  if (arms && !found) return fault('arm', `${experiment} has no arm ${judged} with transcripts; it has ${names ?? ''}`);
  if (found?.ended === 0) return fault('arm', `no run of ${experiment} / ${judged} has ended yet`);
  return seats;
}

/** The table of those who judge again, as far as who sits there goes. */
const AGAIN = {
  name: 'judging again',
  scripts: [],
  isPrompted: true,
  seats: () => judgingSeats({ judges: 1 }),
} as const;

/** Who may sit where, and whether models and scripts may. */
interface Seated extends Pick<Listed, 'name' | 'scripts' | 'isPrompted'> {
  seats(options: unknown): readonly Seat[];
}

function seatFaults(listed: Seated, arm: CheckableProtocolArm | CheckableAgainArm): readonly PathFault[] {
  const seats = listed.seats('setup' in arm ? arm.setup : {});
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
  ];
}

function entryFaults(listed: Seated, { seats }: Pick<CheckableArm, 'seats'>, known: Known): readonly PathFault[] {
  return Object.entries(seats).flatMap(([key, entry]) => {
    const why = entryFault(listed, entry, known);
    return why === undefined ? [] : [{ path: [key], why }];
  });
}

/** Who sits in a seat: what is said of the seat itself, else of its role. */
export function entryOf({ seats }: Pick<CheckableArm, 'seats'>, { seat, role }: Seat): SeatEntry | undefined {
  return seats[seat] ?? seats[role];
}

function entryFault(listed: Seated, entry: SeatEntry, known: Known): string | undefined {
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

function noScript({ name, scripts }: Seated, model: string): string {
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
