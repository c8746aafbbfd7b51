import { randomUUID } from 'node:crypto';
import { ENDPOINTS } from '@moot/wire';
import type { House } from '../../testing/house.ts';
import type { OpenSocket } from '../../testing/socket.ts';
import { until } from '../../testing/until.ts';
import { follows, submits, type Cast, type Clock, type Judge, type Onlooker } from './cast.ts';
import { TWINS } from './experiment.ts';
import { everybodyLooks } from './look.ts';
import { amendmentOf, reasonOf, type Place } from './marks.ts';
import type { Debaters } from './speech.ts';
import type { Arm } from './table.ts';

export interface Stage {
  readonly house: House;
  readonly clock: Clock;
  readonly cast: Cast;
  readonly debaters: Debaters;
}

const WAITING: readonly Arm[] = ['live', 'together', 'paced', 'sequential', 'passed'];
const DEBATED: readonly Arm[] = [...WAITING, 'abandoned'];

/** Plays the marked runs to their end. After every step everybody looks at all that they can come by. */
export async function playAll(stage: Stage): Promise<void> {
  const { clock, cast, house } = stage;
  await sendsAway(stage);
  clock.now = 'before';
  await everybodyLooks(cast, 0);

  clock.now = 'sealed';
  const watching = [await watchesFrom(cast, cast.researcher), await watchesFrom(cast, cast.viewer)] as const;
  for (const judge of atTheTable(cast)) await follows(judge, judge.runs[0] ?? '');
  await fixed(stage, (place) =>
    DEBATED.includes(place.arm) ? ['belief', 'round 0', place.beliefs.before] : undefined,
  );
  await asksAgain(stage, watching);
  await settles(stage);
  await untilAllWait(stage, watching);
  await everybodyLooks(cast, 1);

  for (const door of doorsOf(WAITING)) stage.debaters.reset(door);
  await house.restart();
  const again = [await watchesFrom(cast, cast.researcher), await watchesFrom(cast, cast.viewer)] as const;
  for (const judge of atTheTable(cast)) await follows(judge, judge.runs[0] ?? '');
  await untilAllWait(stage, again);
  await everybodyLooks(cast, 2);

  clock.now = 'after the round';
  await speaksOn(stage, again[0]);
  await everybodyLooks(cast, 3);
  await judgesAtLast(stage);
}

/** The judge of the spare run opens it, and is sent away. */
async function sendsAway({ cast }: Stage): Promise<void> {
  for (const judge of cast.judges.filter(({ as }) => as === 'revoked')) {
    await follows(judge, judge.runs[0] ?? '');
    await cast.researcher.ask(ENDPOINTS.revoke, { path: { invitation: judge.invitation }, body: {} });
    await until(() => judge.socket?.isEnded() === true);
    judge.forget();
  }
}

const atTheTable = ({ judges }: Cast): readonly Judge[] => judges.filter(({ as }) => as === 'judge');

async function watchesFrom({ judges }: Cast, onlooker: Onlooker): Promise<OpenSocket> {
  const socket = onlooker.connect({ as: 'account' });
  for (const run of new Set(judges.flatMap(({ runs }) => runs))) await socket.follow(run);
  return socket;
}

/** The judges whose place has something to say now say it, and it becomes a move. */
async function fixed(
  { cast, house }: Stage,
  say: (place: Place) => readonly [string, string, number] | undefined,
): Promise<void> {
  for (const judge of atTheTable(cast)) {
    const [place] = judge.places;
    const said = place && say(place);
    if (!place || !said) continue;
    const [kind, at, belief] = said;
    const key = await submits(judge, judge.runs[0] ?? '', { kind, at }, { belief: [belief, 1 - belief] });
    await house.engine().world.fix(key);
  }
}

/** The first speech of the live runs is too short: it is heard, and asked for again. */
async function asksAgain({ cast, debaters }: Stage, watching: readonly OpenSocket[]): Promise<void> {
  for (const judge of inArms(cast, ['live'])) {
    for (const socket of [judge.socket, ...watching])
      await socket?.until(judge.runs[0] ?? '', ({ speaking }) => speaking.some(({ text }) => text.includes('SHORT-')));
  }
  for (const twin of TWINS) debaters.open(`short-${twin}`);
}

const inArms = (cast: Cast, arms: readonly Arm[]): readonly Judge[] =>
  atTheTable(cast).filter(({ places: [place] }) => place && arms.includes(place.arm));

/** Turns that have failed are taken again, or passed. */
async function settles({ cast }: Stage): Promise<void> {
  const failures = async (run: string) => (await cast.researcher.ask(ENDPOINTS.run, { path: { run } })).failures.length;
  for (const judge of inArms(cast, ['together', 'passed', 'abandoned'])) {
    const [[place], [run = '']] = [judge.places, judge.runs];
    await until(async () => (await failures(run)) === (place?.arm === 'abandoned' ? 2 : 1));
    const turn = { kind: 'speech', at: 'round 1', version: 1 };
    if (place?.arm === 'together')
      await cast.researcher.ask(ENDPOINTS.settle, {
        path: { run },
        body: { how: 'retry', turn: { seat: 'B', ...turn } },
      });
    if (place?.arm === 'passed') {
      const body = { how: 'pass' as const, turn: { seat: 'A', ...turn }, why: 'WHY-passed' };
      await cast.researcher.ask(ENDPOINTS.settle, { path: { run }, body });
    }
  }
}

const doorsOf = (arms: readonly Arm[]): readonly string[] =>
  arms.flatMap((arm) => TWINS.map((twin) => `${arm}-${twin}`));

/** Every B has begun to speak and waits; whoever may hear it has heard it. */
async function untilAllWait({ cast, debaters }: Stage, watching: readonly [OpenSocket, OpenSocket]): Promise<void> {
  await until(() => doorsOf(WAITING).every((door) => debaters.isReached(door)));
  const [researcher, viewer] = watching;
  for (const judge of inArms(cast, WAITING)) {
    const [run = ''] = judge.runs;
    const arm = judge.places[0]?.arm ?? 'live';
    const isSimultaneous = !['passed', 'sequential'].includes(arm);
    const heard = `SAID-${arm}-B that it reads <quote>once a house by the sea</quote> `;
    await researcher.until(run, ({ speaking, moves }) => {
      const hasA = moves.some(({ seat, kind }) => seat === 'A' && kind === 'speech');
      return speaking.some(({ text }) => text === heard) && (hasA || !isSimultaneous);
    });
    if (['together', 'paced'].includes(arm)) continue;
    for (const socket of [judge.socket, viewer])
      await socket?.until(run, ({ speaking }) => speaking.some(({ text }) => text === heard));
  }
}

/** The round ends, where it can; and what the judges then believe becomes a move. */
async function speaksOn(stage: Stage, watching: OpenSocket): Promise<void> {
  const { cast, debaters } = stage;
  for (const door of doorsOf(WAITING)) debaters.open(door);
  for (const { runs } of inArms(cast, ['abandoned']))
    await cast.researcher.ask(ENDPOINTS.settle, {
      path: { run: runs[0] ?? '' },
      body: { how: 'abandon', why: 'WHY-abandoned' },
    });
  for (const { runs } of inArms(cast, WAITING))
    await watching.until(runs[0] ?? '', ({ moves }) =>
      moves.some(({ seat, kind }) => seat === 'B' && kind === 'speech'),
    );
  await fixed(stage, ({ arm, beliefs }) => (WAITING.includes(arm) ? ['belief', 'round 1', beliefs.after] : undefined));
  for (const judge of inArms(cast, WAITING))
    await judge.socket?.until(judge.runs[0] ?? '', ({ open }) => open.some(({ kind }) => kind === 'verdict'));
}

async function judgesAtLast({ cast, clock, house }: Stage): Promise<void> {
  const judging = atTheTable(cast).filter(({ places: [place] }) => place?.arm !== 'abandoned');
  const verdict = (judge: Judge, i: number) => {
    const place = judge.places[i];
    if (!place) throw new Error(`${judge.name} has no run ${i}`);
    const said = { belief: [place.beliefs.end, 1 - place.beliefs.end], reason: reasonOf(place) };
    return submits(judge, judge.runs[i] ?? '', { kind: 'verdict', at: 'end' }, said);
  };
  clock.now = 'submitted';
  const keys: string[] = [];
  for (const judge of judging) keys.push(await verdict(judge, 0));
  await everybodyLooks(cast, 4);

  clock.now = 'fixed';
  for (const key of keys) await house.engine().world.fix(key);
  await everybodyLooks(cast, 5);

  clock.now = 'told';
  for (const judge of judging.filter(({ runs }) => runs.length > 1)) {
    await follows(judge, judge.runs[1] ?? '');
    await house.engine().world.fix(await verdict(judge, 1));
  }
  for (const judge of judging) await amendsAll(judge);
  await everybodyLooks(cast, 6);
}

async function amendsAll(judge: Judge): Promise<void> {
  for (const [i, place] of judge.places.entries()) {
    const turn = { seat: place.seat, kind: 'verdict', at: 'end', version: 1 };
    const body = { key: randomUUID(), turn, text: amendmentOf(place), belief: null };
    await judge.ask(ENDPOINTS.amend, { path: { invitation: judge.invitation, run: judge.runs[i] ?? '' }, body });
  }
}
