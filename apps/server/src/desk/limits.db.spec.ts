import { ENDPOINTS } from '@moot/wire';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { until } from '../testing/until.ts';
import {
  connects,
  deskOf,
  openDeskHouse,
  refused,
  submits,
  type DeskHouse,
  type Seated,
} from './testing/desk-house.ts';

let house: DeskHouse;
/** How far the server's clock was moved, in ms. */
let moved = 0;

beforeAll(async () => {
  house = await openDeskHouse(6, 600);
  Object.assign(house.engine().means, { clock: () => new Date(Date.now() + moved) });
});
afterAll(() => house.close());
beforeEach(() => {
  moved = 0;
});

const experiment = (name: string, sample = 1): string => `
name: ${name}
seed: 3
questions: { dataset: doors, sample: ${sample} }
arms:
  timed: { protocol: direct, setup: { source: shown, seconds: 240 }, seats: { judge: people } }
`;

/** A judge at their first run. */
async function seated(name: string, sample = 1): Promise<Seated & { readonly run: string }> {
  const judge = await house.seat(await house.begin(experiment(name, sample)));
  return { ...judge, run: judge.desk.run?.id ?? '' };
}

const VERDICT = { seat: 'judge', kind: 'verdict', at: 'end', version: 1 };
const begins = ({ judge, id, run }: Seated & { readonly run: string }, turn = VERDICT) =>
  judge.ask(ENDPOINTS.begin, { path: { invitation: id, run }, body: { turn } });
const movesIn = async (run: string) => (await house.engine().world.run(run))?.table.moves ?? [];

it('opening a page starts no clock and shows nothing; beginning does, and once', async () => {
  const judge = await seated('opened');
  const socket = connects(judge);
  const followed = await socket.follow(judge.run);
  expect(followed).toMatchObject({ state: { brief: {}, open: [{ ...VERDICT, seconds: 240 }] } });
  expect(JSON.stringify([followed, await deskOf(judge)])).not.toMatch(/northern|Which door/);
  expect(judge.desk.run?.limit).toEqual({ turn: VERDICT, seconds: 240, dueAt: null });
  expect(await refused(submits(judge, { run: judge.run }))).toBe(
    '409 not-open: The time for this has not begun. Begin first.',
  );

  moved = 10_000;
  const { run, serverTime } = await begins(judge);
  expect(Date.parse(run?.limit?.dueAt ?? '') - Date.parse(serverTime)).toBeGreaterThan(239_000);
  const { brief } = await socket.until(judge.run, (state) => 'question' in state.brief);
  expect(JSON.stringify(brief)).toMatch(/Which door.*northern door/);
  moved = 60_000;
  expect((await begins(judge)).run?.limit).toEqual(run?.limit);
});

it('what is given may be taken back until the time is over, and is then a move', async () => {
  const judge = await seated('given');
  const { run } = await begins(judge);
  expect(await submits(judge, { run: judge.run })).toMatchObject({ fixedAt: run?.limit?.dueAt });
  moved = 242_000;
  await submits(judge, { run: judge.run, belief: [0.75, 0.25] });
  await until(async () => (await movesIn(judge.run)).length > 0);
  expect(await movesIn(judge.run)).toMatchObject([{ kind: 'verdict', belief: [0.75, 0.25], seconds: 240 }]);
});

it('what comes too late is refused in words; the turn is passed, and the next run waits to be begun', async () => {
  const judge = await seated('late', 2);
  const { run } = await begins(judge);
  moved = 246_000;
  const over = run?.limit?.dueAt?.slice(11, 19) ?? '';
  expect(await refused(submits(judge, { run: judge.run }))).toBe(
    `409 refused: The time for this was over at ${over} UTC.`,
  );
  expect(await house.engine().world.end({ run: judge.run, ...VERDICT })).toBe('passed');
  const desk = await deskOf(judge);
  expect(desk.last).toMatchObject({ id: judge.run, verdict: null, isOutOfTime: true });
  expect(desk.run).toMatchObject({ limit: { seconds: 240, dueAt: null } });
  expect(desk.run?.id).not.toBe(judge.run);
});

it('nobody begins what is not theirs, or not open to them', async () => {
  const [judge, other] = [await seated('mine'), await seated('theirs')];
  expect(await refused(begins({ ...judge, run: other.run }))).toMatch(/^404/);
  expect(await refused(begins(judge, { ...VERDICT, at: 'round 7' }))).toMatch(/^409 not-open/);
  expect(await refused(begins(judge, { ...VERDICT, seat: 'judge 2' }))).toMatch(/^404/);
});
