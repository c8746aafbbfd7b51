import { randomUUID } from 'node:crypto';
import type { PublishedRun, Row } from '@moot/experiment';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openParley, parley } from '../contract/parley.ts';
import { prior, speech, verdict } from '../contract/said.ts';
import type { RecordTable } from '../open-table.ts';
import { testDatabase } from '../testing/index.ts';
import { openDatabase } from './database.ts';
import { importDataset } from './import.ts';
import { listExperiments } from './lists.ts';
import type { Means } from './means.ts';
import { postgresWorld } from './world.ts';

let means: Means;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  means = { database: openDatabase(made.url), openTable: openParley, ids: randomUUID, clock: () => new Date(0) };
});
afterAll(async () => {
  await means.database.$disconnect();
  await drop();
});

const record: RecordTable = ({ setup, moves, judged }) => parley.recorded(setup, moves, judged);
const at = (ms: number) => ({ madeAt: new Date(ms) });
const spot = { file: 'rooms.jsonl', line: 1 };
const shown = { options: ['this', 'that'], judges: 1, shown: 'whole' };

const room = (key: string, change: Partial<PublishedRun> = {}): Row => ({
  kind: 'run',
  ...{ key, question: 'q', replicate: 1, setup: { rounds: 1 }, included: true, seed: 7, spot },
  arm: { name: 'talk', protocol: 'parley', version: '1.0.0', options: {}, seats: {} },
  seats: {
    A: { kind: 'model', model: 'openai/small' },
    B: { kind: 'model', model: 'openai/small' },
    judge: { kind: 'person', participant: 'ada' },
  },
  orders: { sides: [0, 1], listed: [0, 1], choices: [0, 1] },
  createdAt: new Date(1000),
  moves: [
    { ...prior, ...at(2000) },
    { ...speech('A'), ...at(3000), added: { marks: { kept: true } } },
    { ...speech('B'), ...at(4000) },
    // Rules of today want beliefs that add up to 1.
    { ...verdict([0.2, 0.7]), ...at(5000) },
  ],
  again: [
    {
      ...{ judge: 'eve', judging: 'timed', setup: shown, createdAt: new Date(9000) },
      moves: [
        { ...prior, at: 'step 0', by: 'person:eve', ...at(9000) },
        { ...verdict([0.6, 0.4]), by: 'person:eve', ...at(9500) },
      ],
    },
  ],
  ...change,
});

async function* stream(rooms: readonly Row[]): AsyncGenerator<Row> {
  yield await Promise.resolve<Row>({ kind: 'question', key: 'q', prompt: '?', options: ['this', 'that'], truth: 1 });
  yield* rooms;
}
const read = (name: string, ...rooms: readonly Row[]) =>
  importDataset(means, { name, format: 'study' }, { rows: stream(rooms), record });

describe('an import of published runs', () => {
  it('keeps them as they were, who judged them again as well, and adds nothing the second time', async () => {
    const questions = { read: 1, kept: 1, alreadyThere: 0 };
    expect(await read('talks', room('r1'))).toEqual({
      ...questions,
      refused: [],
      runs: { read: 2, kept: 2, alreadyThere: 0 },
    });
    expect(await read('talks', room('r1'), room('r2', { again: [] }))).toMatchObject({
      refused: [],
      runs: { read: 3, kept: 1, alreadyThere: 2 },
    });
    const verdicts = await means.database.$queryRaw`
      select judge, judging, correct, p_initial::float8, rounds, imported, included, seconds::float8, reason from results.imported_verdicts
      where experiment = 'talks' order by run_id <> coalesce(judged_run_id, run_id), submitted_at, run_id`;
    const live = { judge: 'ada', judging: 'live', p_initial: 0.7, rounds: 1, imported: true };
    expect(verdicts).toMatchObject([
      { ...live, included: true, seconds: 3, reason: 'I was convinced' },
      live,
      { judge: 'eve', judging: 'timed', rounds: 1, included: true, p_initial: 0.7 },
    ]);
    expect(await means.database.$queryRaw`select run_id from results.verdicts`).toEqual([]);
    expect(await means.database.$queryRaw`select run_id from results.beliefs`).toEqual([]);
    expect(await listExperiments(means.database)).toMatchObject([
      { name: 'talks', runs: 3, ended: 3, startedAt: new Date(1000) },
    ]);
  });

  it('can be opened like any run, and nothing more can be said in it', async () => {
    await read('opened', room('r1'));
    const found = await means.database.run.findFirst({ where: { experiment: { name: 'opened' }, judging: 'live' } });
    const run = await postgresWorld(means).run(found?.id ?? '');
    expect(run?.table.moves.map(({ kind }) => kind)).toEqual(['belief', 'speech', 'speech', 'verdict']);
    expect(run?.table.moves[1]).toMatchObject({ marks: { kept: true } });
    expect(run?.table.play({ ...verdict([1, 0]), version: 2 })).toMatchObject({ ok: false });
  });

  it('waits for nobody where it stopped in the middle', async () => {
    await read(
      'short',
      room('r1', { moves: [{ ...prior, ...at(2000) }], again: [] }),
      room('r2', { moves: [], again: [] }),
    );
    const rows = await means.database.run.findMany({
      where: { experiment: { name: 'short' } },
      orderBy: { moveCount: 'asc' },
    });
    expect(rows).toMatchObject([
      { awaits: [], startedAt: null, endedAt: new Date(1000) },
      { awaits: [], startedAt: new Date(2000), endedAt: new Date(2000) },
    ]);
  });

  it('keeps nothing when a move was never open, and says which', async () => {
    const { refused, kept } = await read('odd', room('r1'), room('r2', { moves: [{ ...speech('A'), ...at(1) }] }));
    const why = 'room r2: its move 1 (A speech at round 1) cannot be played: not-open';
    expect([refused, kept]).toEqual([[{ at: spot, why }], 0]);
    expect(await means.database.experiment.count({ where: { name: 'odd' } })).toBe(0);
  });

  it('says so when a run reads otherwise than before, or its experiment’s name is taken', async () => {
    await read('again', room('r1'));
    const moves = [{ ...prior, said: { belief: [0.5, 0.5] }, ...at(2000) }];
    expect((await read('again', room('r1', { moves, again: [] }))).refused).toMatchObject([
      { at: spot, why: like('differently') },
    ]);
    const given = { seed: 1, file: '', plan: {}, hash: 'h', people: 'people', startedAt: new Date(0) };
    await means.database.experiment.create({ data: { id: 'taken', name: 'taken', ...given } });
    expect((await read('taken', room('r1'))).refused).toMatchObject([{ why: like('another name') }]);
  });
});

function like(text: string): unknown {
  return expect.stringContaining(text);
}
