import { randomUUID } from 'node:crypto';
import { ENDPOINTS, type TurnName } from '@moot/wire';
import type { House } from '../../testing/house.ts';
import type { OpenSocket } from '../../testing/socket.ts';
import { visitor, type Visitor } from '../../testing/visitor.ts';
import { nameOf, type Twin } from './experiment.ts';
import { beliefsOf, type Place } from './marks.ts';
import { ARMS, type Arm, type Moment } from './table.ts';

/** Somebody who looks, with the seats that are theirs. */
export interface Onlooker extends Visitor {
  readonly as: 'researcher' | 'viewer' | 'judge' | 'revoked' | 'nobody';
  readonly places: readonly Place[];
  /** What they were answered, in order, beside what was pushed. */
  readonly answers: string[];
}

export interface Judge extends Onlooker {
  readonly twin: Twin;
  readonly invitation: string;
  /** The run of each of their places. */
  readonly runs: readonly string[];
  /** The socket on which they follow their run. */
  socket: OpenSocket | undefined;
}

/** What time it is: set as the runs go on. */
export interface Clock {
  now: Moment | 'unwatched';
}

export interface Cast {
  readonly researcher: Onlooker;
  readonly viewer: Onlooker;
  readonly nobody: Onlooker;
  readonly judges: readonly Judge[];
}

/** Signs in who has an account, and invites as many judges to each twin as there are places. */
export async function castFor(house: House, twins: readonly Twin[], clock: Clock): Promise<Cast> {
  const person = (name: string, as: Onlooker['as'], n: number): Onlooker => {
    const address = `10.0.0.${n}`;
    const own = visitor({ name, url: house.url, when: () => clock.now, address });
    return { ...own, as, places: [], answers: [] };
  };
  const researcher = person('the researcher', 'researcher', 1);
  const viewer = person('the viewer', 'viewer', 2);
  await researcher.ask(ENDPOINTS.signIn, { body: { token: await house.tokenFor('researcher') } });
  await viewer.ask(ENDPOINTS.signIn, { body: { token: await house.tokenFor('viewer') } });
  const judges: Judge[] = [];
  for (const twin of twins) {
    const path = { experiment: nameOf(twin) };
    const { links } = await researcher.ask(ENDPOINTS.invite, { path, body: { judges: 10 } });
    for (const link of links)
      judges.push(await seated(house, twin, link.path, person(`judge ${judges.length}`, 'judge', 10 + judges.length)));
  }
  return { researcher, viewer, nobody: person('nobody', 'nobody', 3), judges };
}

/** Comes by a link, agrees, and is given the next place. */
async function seated(house: House, twin: Twin, link: string, own: Onlooker): Promise<Judge> {
  const [, invitation = '', secret = ''] = /^\/judge\/(\w+)#(.+)$/.exec(link) ?? [];
  const path = { invitation };
  await own.ask(ENDPOINTS.enter, { path, body: { secret } });
  await own.ask(ENDPOINTS.step, { path, body: { step: 'welcome' } });
  await own.ask(ENDPOINTS.step, { path, body: { step: 'consent', agrees: true } });
  const desk = await own.ask(ENDPOINTS.step, { path, body: { step: 'instructions' } });
  const seats = await house.laboratory.engine.means.database.$queryRaw<Seat[]>`
    select run.id as run, ps.seat, ps.slot, replace(arm.name, 'hidden-arm-', '') as arm
    from place p join person_seat ps on ps.experiment_id = p.experiment_id and ps.slot = p.slot
      join run on run.id = ps.run_id join arm on arm.id = run.arm_id
    where p.invitation_id = ${invitation} order by ps.position`;
  const places = seats.map(({ arm, seat, slot }) => ({
    arm,
    seat,
    beliefs: beliefsOf(slot * 10 + ARMS.indexOf(arm)),
    pseudonym: desk.name ?? '',
    secret,
  }));
  const runs = seats.map(({ run }) => run);
  const as = places.some(({ arm }) => arm === 'spare') ? 'revoked' : own.as;
  return { ...own, as, twin, invitation, places, runs, socket: undefined };
}

interface Seat {
  readonly run: string;
  readonly seat: string;
  readonly slot: number;
  readonly arm: Arm;
}

/** Connects anew and follows a run from where the judge is. */
export async function follows(judge: Judge, run: string): Promise<void> {
  judge.socket?.close();
  judge.socket = judge.connect({ as: 'judge', invitation: judge.invitation });
  const followed = await judge.socket.follow(run);
  if (!followed.ok) throw new Error(`${judge.name} ${run}: ${followed.why}`);
}

/** Submits what the judge believes in a turn; the name of the submission. */
export async function submits(
  judge: Judge,
  run: string,
  turn: Pick<TurnName, 'kind' | 'at'>,
  said: object,
): Promise<string> {
  const seat = judge.places[judge.runs.indexOf(run)]?.seat ?? '';
  const { kind, at } = turn;
  const body = {
    key: randomUUID(),
    turn: { seat, kind, at, version: 1 },
    said: { ...said },
    trace: { shownAt: null, activeMs: 5, changes: [] },
  };
  const path = { invitation: judge.invitation, run };
  const { key } = await judge.ask(ENDPOINTS.submit, { path, body });
  return key;
}
