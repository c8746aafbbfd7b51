import { randomUUID } from 'node:crypto';
import { ENDPOINTS } from '@moot/wire';
import type { OpenSocket } from '../../../testing/socket.ts';
import { until } from '../../../testing/until.ts';
import { begins, everybodyLooks, follows, type Judge, type Stage } from './cast.ts';
import { AGAIN, FIRST } from './experiments.ts';
import { ARMS, beliefOf, reasonOf } from './secrets.ts';
import { CHOICE, WAITING, type Arguers } from './speech.ts';

/** Plays the further arms to their end, and has a transcript judged again. After every step everybody looks. */
export async function playArms(stage: Stage & { readonly arguers: Arguers }): Promise<void> {
  const { clock, cast, arguers } = stage;
  const judges = await begins(stage, FIRST, ARMS.length);

  clock.now = 'sealed';
  const places = await atTheirRuns(stage, judges);
  arguers.open(CHOICE);
  const debated = places.filter(({ judge }) => judge.who !== 'timed');
  for (const place of debated) await believes(stage, place, 'round 0', 0);
  await until(() => WAITING.every((door) => arguers.isReached(door)));
  for (const { judge, watching } of debated)
    await watching.until(judge.run, ({ speaking, moves }) => {
      const hasA = moves.some(({ seat, kind }) => seat === 'A' && kind === 'speech');
      return speaking.some(({ text }) => text.includes('SAID-')) && (hasA || judge.who === 'consultancy');
    });
  await everybodyLooks(cast);

  clock.now = 'after';
  for (const door of WAITING) arguers.open(door);
  for (const place of debated) await believes(stage, place, 'round 1', 1);
  for (const place of debated.filter(({ judge }) => judge.who === 'attacked'))
    await believes(stage, place, 'round 2', 2);
  for (const { judge } of places.filter(({ judge: { who } }) => who === 'timed')) await beginsTimed(judge);
  await everybodyLooks(cast);

  clock.now = 'judged';
  for (const place of places) await judgesAtLast(stage, place);
  await everybodyLooks(cast);
  await playAgain(stage);
}

/** The transcript with the attack is judged step by step: first which sides were chosen, then round after round. */
async function playAgain(stage: Stage): Promise<void> {
  const { clock, cast } = stage;
  clock.now = 'again';
  const [place] = await atTheirRuns(stage, await begins(stage, AGAIN, 1));
  if (!place) throw new Error('nobody judges again');
  await everybodyLooks(cast);

  clock.now = 'first step';
  for (const step of [0, 1]) await believes(stage, place, `step ${step}`, step);
  await place.socket.until(place.judge.run, ({ open }) => open.some(({ at }) => at === 'step 2'));
  await everybodyLooks(cast);

  clock.now = 'last step';
  await believes(stage, place, 'step 2', 2);
  await judgesAtLast(stage, place);
  await everybodyLooks(cast);
}

/** A judge before their run, and a researcher who watches it. */
interface Place {
  readonly judge: Judge;
  readonly socket: OpenSocket;
  readonly watching: OpenSocket;
}

async function atTheirRuns({ cast }: Stage, judges: readonly Judge[]): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const judge of judges) {
    const socket = await follows(judge);
    const watching = cast.researcher.connect({ as: 'account' });
    await watching.follow(judge.run);
    places.push({ judge, socket, watching });
  }
  return places;
}

async function beginsTimed({ invitation, run, ask }: Judge): Promise<void> {
  const turn = { seat: 'judge', kind: 'verdict', at: 'end', version: 1 };
  await ask(ENDPOINTS.begin, { path: { invitation, run }, body: { turn } });
}

/** A belief becomes a move as soon as it is asked for. */
async function believes(stage: Stage, place: Place, at: string, asked: number): Promise<void> {
  const belief = beliefOf(place.judge.who, asked);
  await gives(stage, place, { kind: 'belief', at }, { belief: [belief, 1 - belief] });
}

async function judgesAtLast(stage: Stage, place: Place): Promise<void> {
  const belief = beliefOf(place.judge.who, 4);
  const said = { belief: [belief, 1 - belief], reason: reasonOf(place.judge.who) };
  await gives(stage, place, { kind: 'verdict', at: 'end' }, said);
}

async function gives(
  { house }: Stage,
  { judge: { ask, invitation, run }, socket }: Place,
  { kind, at }: { readonly kind: string; readonly at: string },
  said: object,
): Promise<void> {
  await socket.until(run, ({ open }) => open.some((turn) => turn.kind === kind && turn.at === at));
  const turn = { seat: 'judge', kind, at, version: 1 };
  const body = { key: randomUUID(), turn, said: { ...said }, trace: { shownAt: null, activeMs: 5, changes: [] } };
  const { key } = await ask(ENDPOINTS.submit, { path: { invitation, run }, body });
  await house.engine().world.fix(key);
}
