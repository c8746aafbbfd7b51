import { randomUUID } from 'node:crypto';
import { ENDPOINTS } from '@moot/wire';
import type { House } from '../../../testing/house.ts';
import type { OpenSocket } from '../../../testing/socket.ts';
import { visitor, type Visitor } from '../../../testing/visitor.ts';
import { LEFT_OUT, triesAll, watches } from '../look.ts';
import type { Arm, Moment, Who } from './secrets.ts';

/** Somebody who looks at the further arms. */
export interface Onlooker extends Visitor {
  readonly who: Who;
  readonly answers: string[];
}

export interface Judge extends Onlooker {
  readonly who: Arm;
  readonly invitation: string;
  readonly run: string;
}

/** What time it is: set as the runs go on. */
export interface Clock {
  now: Moment | 'unwatched';
}

export interface Cast {
  readonly researcher: Onlooker;
  readonly viewer: Onlooker;
  readonly nobody: Onlooker;
  readonly judges: Judge[];
}

export interface Stage {
  readonly house: House;
  readonly clock: Clock;
  readonly cast: Cast;
}

let addresses = 0;

export async function castFor(house: House, clock: Clock): Promise<Cast> {
  const researcher = person(house, 'researcher', clock);
  const viewer = person(house, 'viewer', clock);
  await researcher.ask(ENDPOINTS.signIn, { body: { token: await house.tokenFor('researcher') } });
  await viewer.ask(ENDPOINTS.signIn, { body: { token: await house.tokenFor('viewer') } });
  return { researcher, viewer, nobody: person(house, 'nobody', clock), judges: [] };
}

function person<W extends Who>(house: House, who: W, clock: Clock): Onlooker & { readonly who: W } {
  const address = `10.0.1.${++addresses}`;
  return { ...visitor({ name: who, url: house.url, when: () => clock.now, address }), who, answers: [] };
}

/** Starts an experiment, and has so many judges come, one for each of its places. */
export async function begins({ house, cast, clock }: Stage, text: string, judges: number): Promise<readonly Judge[]> {
  const { researcher } = cast;
  const started = await researcher.ask(ENDPOINTS.start, { body: { text, people: 'people', key: randomUUID() } });
  if (!started.ok) throw new Error(started.faults.map(({ why }) => why).join('\n'));
  const path = { experiment: started.name };
  const { links } = await researcher.ask(ENDPOINTS.invite, { path, body: { judges } });
  const comers: Judge[] = [];
  for (const link of links) comers.push(await seated(house, link.path, clock));
  cast.judges.push(...comers);
  return comers;
}

async function seated(house: House, link: string, clock: Clock): Promise<Judge> {
  const [, invitation = '', secret = ''] = /^\/judge\/(\w+)#(.+)$/.exec(link) ?? [];
  const before = person(house, 'nobody', { now: 'unwatched' });
  const path = { invitation };
  await before.ask(ENDPOINTS.enter, { path, body: { secret } });
  await before.ask(ENDPOINTS.step, { path, body: { step: 'consent', agrees: true } });
  const { run } = await before.ask(ENDPOINTS.step, { path, body: { step: 'instructions' } });
  const [arm] = await house.laboratory.engine.means.database.$queryRaw<{ readonly name: Arm }[]>`
    select replace(arm.name, 'hidden-arm-', '') as name from run join arm on arm.id = run.arm_id where run.id = ${run?.id}`;
  if (!run || !arm) throw new Error(`invitation ${invitation}: there is no run`);
  const own = person(house, arm.name, clock);
  await own.ask(ENDPOINTS.enter, { path, body: { secret } });
  return { ...own, invitation, run: run.id };
}

/** Follows a run of one's own from where one is. */
export async function follows(judge: Judge): Promise<OpenSocket> {
  const socket = judge.connect({ as: 'judge', invitation: judge.invitation });
  const followed = await socket.follow(judge.run);
  if (!followed.ok) throw new Error(`${judge.name} ${judge.run}: ${followed.why}`);
  return socket;
}

/**
 * Everybody looks at all that they can come by, and tries a run that is not theirs. Fewer looks than at the arms that are
 * played in full: accounts, invitations and links are no other here.
 */
export async function everybodyLooks({ researcher, viewer, nobody, judges }: Cast): Promise<void> {
  const runs = judges.map(({ run }) => run);
  const target = { run: runs[0] ?? '' };
  for (const account of [researcher, viewer]) {
    await triesAll(account, target, LEFT_OUT);
    await watches(account, account.connect({ as: 'account' }), runs);
  }
  await triesAll(nobody, target);
  for (const run of runs) {
    const { calls } = await researcher.ask(ENDPOINTS.run, { path: { run } });
    for (const { id: call } of calls) await researcher.ask(ENDPOINTS.call, { path: { run, call } });
  }
  for (const [i, judge] of judges.entries()) {
    const { invitation, run } = judge;
    await triesAll(judge, { invitation, run });
    await watches(judge, judge.connect({ as: 'judge', invitation }), [run, runs[(i + 1) % runs.length] ?? run]);
  }
}
