import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { openDatabase, type Database } from '../postgres/database.ts';
import { keepPilot, rowOf, verdictRow, type Wanted } from './testing/verdict-rows.ts';

let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  database = openDatabase(made.url);
  await keepPilot(database);
});
afterAll(async () => {
  await database.$disconnect();
  await drop();
});

const row = (wanted: Wanted) => verdictRow(database, wanted);
const close = (value: number): unknown => expect.closeTo(value, 12);

describe('results.verdicts_all', () => {
  it('scores a belief about two options', async () => {
    expect(await row({ truth: 1, belief: ['0.2', '0.8'], top: [1] })).toMatchObject({
      experiment: 'pilot',
      arm: 'debate',
      protocol: 'debate',
      protocol_version: '1.0.0',
      setup_hash: 'h',
      dataset: 'facts',
      judge: 'ada',
      judge_kind: 'person',
      p_correct: 0.8,
      correct: 1,
      tie: false,
      abstained: false,
      p_initial: null,
      log_score_bits: close(Math.log2(0.8)),
      brier: 0.04,
      rounds: 3,
      seconds: 30.5,
      included: true,
      judging: 'live',
    });
    expect(await row({ truth: 0, belief: ['0.2', '0.8'], top: [1] })).toMatchObject({ correct: 0, brier: 0.64 });
  });

  it('scores a belief about more options', async () => {
    const scored = await row({ truth: 2, belief: ['0.5', '0.2', '0.3'], top: [0] });
    expect(scored).toMatchObject({ p_correct: 0.3, correct: 0, brier: close((0.25 + 0.04 + 0.49) / 2) });
  });

  it('gives a tie half when the truth shares in it', async () => {
    expect(await row({ belief: ['0.5', '0.5'], top: [0, 1] })).toMatchObject({ tie: true, correct: 0.5 });
    expect(await row({ truth: 2, belief: ['0.4', '0.4', '0.2'], top: [0, 1] })).toMatchObject({
      tie: true,
      correct: 0,
    });
  });

  it('holds a log score above that of one in ten thousand', async () => {
    const scored = await row({ belief: ['0', '1'], top: [1] });
    expect(scored).toMatchObject({ p_correct: 0, log_score_bits: close(Math.log2(1e-4)), brier: 1 });
  });

  it('keeps an abstention without scores', async () => {
    const scored = await row({ belief: [], top: [], verdict: { passed: 'the judge left' } });
    expect(scored).toMatchObject({
      abstained: true,
      tie: false,
      p_correct: null,
      correct: null,
      log_score_bits: null,
      brier: null,
      passed: 'the judge left',
    });
  });

  it('knows the initial belief, and what follows from the orders', async () => {
    const verdict = { initial: ['0.35', '0.65'] };
    expect(await row({ belief: ['0.9', '0.1'], top: [0], verdict, seats: { A: {}, B: {} } })).toMatchObject({
      p_initial: 0.35,
      first_listed_is_true: false,
      first_choice_is_true: true,
      seat_of_true: 'B',
      honest: null,
    });
    expect(await row({ truth: 1, belief: ['0.9', '0.1'], top: [0], seats: { A: {}, B: {} } })).toMatchObject({
      seat_of_true: 'A',
    });
    expect(await row({ belief: ['0.9', '0.1'], top: [0] })).toMatchObject({ seat_of_true: null });
    expect(await row({ belief: ['0.9', '0.1'], top: [0], run: { sides: [1] } })).toMatchObject({
      honest: false,
      seat_of_true: null,
    });
  });

  it('takes the side that was picked by a move where none was given', async () => {
    const picked = (option: number) => ({
      ...{ seq: 0, seat: 'A', kind: 'choose', at: 'sides', version: 1 },
      ...{ by: 'model:m', body: { option }, rests: [], madeAt: new Date(0) },
    });
    const { run_id: runId } = await row({ belief: ['0.9', '0.1'], top: [0], run: { sides: [] } });
    expect(await rowOf(database, runId)).toMatchObject({ honest: null });
    await database.move.create({ data: { runId, ...picked(1) } });
    expect(await rowOf(database, runId)).toMatchObject({ honest: false });
    await database.move.create({ data: { runId, ...picked(0), seq: 1, version: 2 } });
    expect(await rowOf(database, runId)).toMatchObject({ honest: true });
  });

  it('adds up what agents and judge have cost', async () => {
    const { run_id: runId } = await row({ belief: ['0.9', '0.1'], top: [0] });
    const call = (seat: string, costUsd: string | null, attempt = 1) => ({
      ...{
        runId,
        seat,
        kind: 'speech',
        at: 'round 1',
        version: 1,
        attempt,
        model: 'm',
        simulated: false,
      },
      ...{
        promptHash: 'h',
        messages: [],
        reply: '',
        sent: {},
        status: 'ok',
        tokensEstimated: false,
        costUsd,
        ms: 1,
        madeAt: new Date(),
      },
    });
    expect(await rowOf(database, runId)).toMatchObject({ cost_agents_usd: null, cost_judge_usd: null });
    await database.modelCall.createMany({
      data: [call('A', '0.001'), call('A', '0.002', 2), call('B', null), call('judge', '0.1')],
    });
    expect(await rowOf(database, runId)).toMatchObject({ cost_agents_usd: 0.003, cost_judge_usd: 0.1 });
  });

  it('tells simulated judges, and leaves them and stale verdicts out', async () => {
    const model = { judgeKind: 'model', judgeModel: 'openai/small' };
    const real = await row({ belief: ['1', '0'], top: [0], verdict: model, run: { simulatedSeats: ['A'] } });
    const simulated = await row({ belief: ['1', '0'], top: [0], verdict: model, run: { simulatedSeats: ['judge'] } });
    expect(real).toMatchObject({ judge_kind: 'model', synthetic: false, included: true, simulated_seats: ['A'] });
    expect(simulated).toMatchObject({ judge_kind: 'simulated', synthetic: true, included: false });

    const plain = await database.$queryRaw<{ run_id: unknown }[]>`select run_id from results.verdicts`;
    expect(plain.map(({ run_id }) => run_id)).toContain(real.run_id);
    expect(plain.map(({ run_id }) => run_id)).not.toContain(simulated.run_id);
    await expect(row({ belief: ['1', '0'], top: [0], verdict: { staleSince: 4 } })).rejects.toThrow('has 0 verdicts');
  });

  it('tells who judged a finished transcript again, and which', async () => {
    const first = await row({ belief: ['0.9', '0.1'], top: [0], seats: { A: {}, B: {}, judge: {} } });
    const again = { judging: 'stepped', judgedRunId: first.run_id, judgedMoves: 4 };
    const second = await row({ belief: ['0.6', '0.4'], top: [0], seats: { judge: {} }, run: again });
    expect(first).toMatchObject({ judging: 'live', judged_run_id: null, seat_of_true: 'B' });
    expect(second).toMatchObject({ judging: 'stepped', judged_run_id: first.run_id, seat_of_true: 'B' });
    const whole = row({ belief: ['1', '0'], top: [0], run: { judging: 'whole' } });
    await expect(whole).rejects.toThrow('run_judged_check');
  });

  it('answers the question that everybody asks first', async () => {
    const rows = await database.$queryRaw<{ arm: string; n: number }[]>`
      select arm, count(*)::int as n, avg(correct) as accuracy from results.verdicts_all group by arm`;
    expect(rows).toMatchObject([{ arm: 'debate' }]);
  });
});
