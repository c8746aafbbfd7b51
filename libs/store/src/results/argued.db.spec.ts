import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../postgres/database.ts';
import { testDatabase } from '../testing/index.ts';
import { keepPilot } from './testing/verdict-rows.ts';

let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  database = openDatabase(made.url);
  await keepPilot(database);
  const asked = { key: 'q', prompt: 'Which?', options: ['x', 'y'], truth: 1 };
  await database.question.create({ data: { id: 'q', datasetId: 'd', ...asked } });
});
afterAll(async () => {
  await database.$disconnect();
  await drop();
});

/** Keeps a run of the question with these judges. */
async function runWith(judges: readonly string[], change: object = {}): Promise<string> {
  const id = randomUUID();
  const seats = Object.fromEntries(['A', 'B', ...judges].map((seat) => [seat, {}]));
  const places = { experimentId: 'e', armId: 'a', questionId: 'q', replicate: 1, seed: 1, createdAt: new Date(0) };
  const orders = { sides: [0, 1], listed: [0, 1], choices: [0, 1], setup: { sides: { A: 0, B: 1 } } };
  await database.run.create({ data: { id, ...places, ...orders, seats, ...change } });
  return id;
}

let runs = 0;

describe('results.panel_votes', () => {
  type Vote = 0 | 1 | 'tie' | 'pass' | 'stale';

  /** Keeps a run of a panel, in which the first judges have voted so. */
  async function voted(size: number, votes: readonly Vote[], change: object = {}): Promise<object | undefined> {
    const judges = Array.from({ length: size }, (_, i) => `judge ${i + 1}`);
    const run = await runWith(judges, { ...change, replicate: ++runs });
    for (const [seq, vote] of votes.entries()) {
      const turn = { seat: judges[seq] ?? '', kind: 'verdict', at: 'end', version: 1 };
      const made = { by: 'model:o/m', body: {}, rests: [], madeAt: new Date(0) };
      await database.move.create({ data: { runId: run, seq, ...turn, ...made } });
      const judged = { judge: 'o/m', judgeKind: 'model', judgeModel: 'o/m', initial: [], rounds: 1, seat: turn.seat };
      const belief =
        vote === 'pass' ? [] : vote === 'tie' ? ['0.5', '0.5'] : vote === 0 ? ['0.9', '0.1'] : ['0.1', '0.9'];
      const top = vote === 'pass' ? [] : vote === 'tie' ? [0, 1] : [vote === 0 ? 0 : 1];
      const rest = { ...(vote === 'pass' && { passed: 'left' }), ...(vote === 'stale' && { staleSince: 9 }) };
      await database.verdict.create({
        data: { runId: run, seq, ...judged, belief, top, madeAt: new Date(0), ...rest },
      });
    }
    const rows = await database.$queryRaw<object[]>`
      select panel_size, given, votes, ties, abstentions, majority, correct, synthetic from results.panel_votes where run_id = ${run}`;
    return rows[0];
  }

  it('counts the votes of a panel, and what more than half of it voted for', async () => {
    const plain = { ties: 0, abstentions: 0, synthetic: false };
    expect(await voted(3, [1, 0, 1])).toEqual({
      panel_size: 3,
      given: 3,
      votes: [1, 2],
      majority: 1,
      correct: 1,
      ...plain,
    });
    expect(await voted(3, [0, 0, 1])).toMatchObject({ votes: [2, 1], majority: 0, correct: 0 });
  });

  it('asks for more than half of the whole panel, whoever abstains, is torn or has yet to vote', async () => {
    const none = { majority: null, correct: null };
    expect(await voted(3, [1, 'pass', 'tie'])).toMatchObject({
      votes: [0, 1],
      abstentions: 1,
      ties: 1,
      given: 3,
      ...none,
    });
    expect(await voted(3, [1])).toMatchObject({ votes: [0, 1], given: 1, ...none });
    expect(await voted(5, [1, 1, 'pass', 0, 1])).toMatchObject({ votes: [1, 3], majority: 1, correct: 1 });
    expect(await voted(4, [1, 1, 0, 0])).toMatchObject({ votes: [2, 2], ...none });
    expect(await voted(3, [])).toMatchObject({ given: 0, votes: [0, 0], synthetic: false, ...none });
  });

  it('does not count what no longer stands', async () => {
    expect(await voted(3, [1, 'stale', 1])).toMatchObject({ given: 2, votes: [0, 2], majority: 1 });
  });

  it('tells simulated panels, and has no row for a judge alone', async () => {
    expect(await voted(3, [1, 1, 1], { simulatedSeats: ['judge 2'] })).toMatchObject({ synthetic: true });
    const alone = await runWith(['judge']);
    expect(await database.$queryRaw`select 1 from results.panel_votes where run_id = ${alone}`).toEqual([]);
  });
});

describe('results.speeches and results.quotes', () => {
  const verbatim = { text: 'red door', status: 'verbatim', start: 3, end: 11, at: { start: 40, end: 48 } };
  const near = { text: 'the read door', status: 'near', ratio: 0.93, start: 20, end: 33, at: { start: 36, end: 48 } };
  const body = {
    text: 'See <quote>red door</quote> and <quote>the read door</quote> – so it is.',
    quotes: [verbatim, near],
    compliance: 'complies',
  };

  async function said(
    moves: readonly (readonly [seat: string, kind: string, body: object, by?: string])[],
    change = {},
  ) {
    const run = await runWith(['judge'], { replicate: ++runs, ...change });
    for (const [seq, [seat, kind, content, by = 'model:o/m']] of moves.entries()) {
      const turn = { seat, kind, at: `round ${seq + 1}`, version: 1 };
      await database.move.create({
        data: { runId: run, seq, ...turn, by, body: content, rests: [], madeAt: new Date(0) },
      });
    }
    return run;
  }

  it('have one row for each speech: its side, its length, its quotes, how it complies', async () => {
    const run = await said([
      ['A', 'speech', body],
      ['B', 'speech', { text: 'No.' }, 'person:bo'],
      ['judge', 'respond', { choice: 'ask', text: 'Why?' }],
    ]);
    const rows = await database.$queryRaw`
      select seq, seat, side, argued_truth, text, words, characters, quotes, quotes_by_status, compliance, by, simulated
      from results.speeches where run_id = ${run} order by seq`;
    const text = 'See red door and the read door – so it is.';
    expect(rows).toEqual([
      {
        ...{ seq: 0, seat: 'A', side: 0, argued_truth: false, text, words: 11, characters: text.length, quotes: 2 },
        ...{ quotes_by_status: { near: 1, verbatim: 1 }, compliance: 'complies', by: 'model:o/m', simulated: false },
      },
      {
        ...{ seq: 1, seat: 'B', side: 1, argued_truth: true, text: 'No.', words: 1, characters: 3, quotes: 0 },
        ...{ quotes_by_status: {}, compliance: null, by: 'person:bo', simulated: false },
      },
    ]);
  });

  it('know a side that was chosen in the run', async () => {
    const run = await said(
      [
        ['A', 'choose', { option: 1, sides: { A: 1, B: 0 } }],
        ['A', 'speech', { text: 'y' }],
        ['C', 'speech', { text: 'z' }],
      ],
      { setup: { sides: {} } },
    );
    const rows = await database.$queryRaw`
      select seat, side, argued_truth from results.speeches where run_id = ${run} order by seq`;
    expect(rows).toEqual([
      { seat: 'A', side: 1, argued_truth: true },
      { seat: 'C', side: null, argued_truth: null },
    ]);
  });

  it('have one row for each quote: what the check gave, and where it stands in the source', async () => {
    const run = await said([['A', 'speech', body]], { simulatedSeats: ['A'] });
    const rows = await database.$queryRaw`
      select number, status, ratio::float8 as ratio, text, source_start, source_end, argued_truth, simulated
      from results.quotes where run_id = ${run} order by number`;
    const rest = { argued_truth: false, simulated: true };
    expect(rows).toEqual([
      { number: 1, status: 'verbatim', ratio: null, text: 'red door', source_start: 40, source_end: 48, ...rest },
      { number: 2, status: 'near', ratio: 0.93, text: 'the read door', source_start: 36, source_end: 48, ...rest },
    ]);
  });

  it('keep how a speech complies out of what was said', async () => {
    const run = await said([['A', 'speech', body]]);
    const rows = await database.$queryRaw<
      { readonly said: object }[]
    >`select said from results.moves where run_id = ${run}`;
    expect(Object.keys(rows[0]?.said ?? {}).sort()).toEqual(['quotes', 'text']);
  });
});
