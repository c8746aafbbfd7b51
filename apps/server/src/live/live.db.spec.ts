import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openEngine } from '../engine.ts';
import { gates, type Gates } from '../testing/gates.ts';
import { openHouse, settingsIn, type House } from '../testing/house.ts';
import type { OpenSocket } from '../testing/socket.ts';
import { startSpeakers, type Speakers } from '../testing/speakers.ts';
import { until } from '../testing/until.ts';
import { visitor, type Visitor } from '../testing/visitor.ts';

let speakers: Speakers;
let house: House;
let viewer: Visitor;
let doors: Gates;
let experiments = 0;

beforeAll(async () => {
  doors = gates();
  speakers = await startSpeakers(async function* ({ model, prompt }) {
    if (!prompt.includes('That cannot be taken')) {
      yield '<thinking>hm</thinking><speech>Too short.';
      await doors.at(`${model} short`);
      yield '</speech>';
      return;
    }
    yield '<speech>Once more, and now';
    await doors.at(`${model} long`);
    yield ' it is as long as was asked for.</speech>';
  });
  house = await openHouse({
    environment: { OPENAI_BASE_URL: speakers.url, OPENAI_API_KEY: 'sk-live-1f3870be274f6c49' },
    concurrency: 0,
  });
  const { folder, importFile } = house.laboratory;
  const question = { key: 'q', question: 'Which door?', options: ['left', 'right'], truth: 0 };
  await writeFile(join(folder, 'doors.jsonl'), JSON.stringify(question));
  await importFile('doors', join(folder, 'doors.jsonl'));
  viewer = visitor({ name: 'the viewer', url: house.url });
  await viewer.fetch('POST', '/api/account/sign-in', { token: await house.tokenFor('viewer') });
});
beforeEach(() => {
  experiments++;
});
afterAll(async () => {
  viewer.leave();
  await house.close();
  await speakers.close();
});

/** A debate whose one machine speaks first, and who watches it. */
async function watched(): Promise<{ readonly run: string; readonly socket: OpenSocket }> {
  const [run = ''] = await house.laboratory.start(`
name: live-${experiments}
seed: 1
questions: { dataset: doors }
arms:
  only:
    protocol: debate
    setup: { order: sequential, rounds: 1, quotes: none, words: { min: 6 } }
    seats: { A: openai/talker-${experiments}, B: openai/silent-${experiments}, judge: people }
`);
  const socket = viewer.connect({ as: 'account' });
  expect(await socket.follow(run)).toMatchObject({ ok: true });
  return { run, socket };
}

const open = (what: string) => doors.open(`talker-${experiments} ${what}`);
const isSpeech = ({ seat }: { readonly seat: string }) => seat === 'A';

it('words are heard before the move is there, and withdrawn when they are asked for again', async () => {
  const working = await house.engine().work(2, house.live());
  const { run, socket } = await watched();
  await socket.until(run, ({ speaking }) => speaking.some(({ text }) => text === 'Too short.'));
  expect(socket.known(run)?.moves).toEqual([]);

  open('short');
  await socket.until(run, ({ speaking }) => speaking.some(({ text }) => text === 'Once more, and now'));
  expect(socket.pushed.filter(({ event }) => event === 'withdrawn')).toHaveLength(1);
  expect(socket.known(run)?.moves).toEqual([]);

  open('long');
  const { moves } = await socket.until(run, (state) => state.moves.some(isSpeech));
  expect(moves).toMatchObject([{ seat: 'A', text: 'Once more, and now it is as long as was asked for.' }]);
  expect(JSON.stringify(socket.pushed)).not.toMatch('hm');
  await working.stop();
});

it('moves that another process makes are heard', async () => {
  const { run, socket } = await watched();
  for (const what of ['short', 'long']) open(what);
  const elsewhere = await openEngine(settingsIn(house.laboratory));
  await elsewhere.work(2);
  await socket.until(run, (state) => state.moves.some(isSpeech));
  await elsewhere.close();
});

it('what changed while the connection that listens was cut is heard once it is there again', async () => {
  const { run, socket } = await watched();
  const { database } = house.laboratory.engine.means;
  const listening = () => database.$queryRaw<{ readonly pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and query = 'listen moot_run'`;
  const [before] = await listening();
  await database.$queryRaw`select pg_terminate_backend(${before?.pid}::int)`;
  for (const what of ['short', 'long']) open(what);
  const elsewhere = await openEngine(settingsIn(house.laboratory));
  await elsewhere.work(2);
  await socket.until(run, (state) => state.moves.some(isSpeech));
  await until(async () => (await listening()).some(({ pid }) => pid !== before?.pid));
  await elsewhere.close();
});

it('a run that is followed twice at once on one socket is told of once', async () => {
  const { run, socket } = await watched();
  await Promise.all([1, 2, 3].map(() => socket.follow(run)));
  for (const what of ['short', 'long']) open(what);
  const working = await house.engine().work(2, house.live());
  await socket.until(run, (state) => state.moves.some(isSpeech));
  const spoken = socket.pushed.filter(({ what }) => JSON.stringify(what).includes('as long as was asked for'));
  expect(spoken.filter(({ event }) => event === 'state')).toHaveLength(1);
  await working.stop();
});
