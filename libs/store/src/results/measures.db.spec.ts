import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../postgres/database.ts';
import { testDatabase } from '../testing/index.ts';
import { keepPilot, verdictRow, type Wanted } from './testing/verdict-rows.ts';

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

let arms = 0;
/** Keeps verdicts in an arm of their own, and gives its name. */
async function kept(...all: readonly Wanted[]): Promise<string> {
  const name = `arm ${++arms}`;
  const frozen = { options: {}, seats: {}, hash: 'h', protocol: 'debate', protocolVersion: '1.0.0' };
  await database.arm.create({ data: { id: name, experimentId: 'e', name, position: arms, ...frozen } });
  for (const wanted of all) await verdictRow(database, { ...wanted, run: { armId: name, ...wanted.run } });
  return name;
}
const seats = { A: {}, B: {}, judge: {} };
const right: Wanted = { belief: ['0.8', '0.2'], top: [0] };
const wrong: Wanted = { belief: ['0.25', '0.75'], top: [1] };
const tie: Wanted = { belief: ['0.5', '0.5'], top: [0, 1] };
const passed: Wanted = { belief: [], top: [], verdict: { passed: 'gone' } };

describe('results.accuracy', () => {
  it('counts right ones, ties and abstentions of each arm, and means over those who said something', async () => {
    const arm = await kept(right, right, wrong, tie, passed);
    const [row] = await database.$queryRaw<object[]>`
      select n::int, "right"::int, ties::int, abstentions::int, accuracy::float8, accuracy_strict::float8, mean_brier::float8,
        mean_log_score_bits::float8, mean_rounds::float8, bits_per_round::float8 from results.accuracy where arm = ${arm}`;
    expect(row).toEqual({
      ...{ n: 5, right: 2, ties: 1, abstentions: 1, accuracy: 0.625, accuracy_strict: 0.5 },
      mean_brier: close((0.04 + 0.04 + 0.5625 + 0.25) / 4),
      mean_log_score_bits: close((2 * Math.log2(0.8) - 2 - 1) / 4),
      ...{ mean_rounds: 3, bits_per_round: null },
    });
  });

  it('takes the penalty for rounds from the judge’s score, and tells bits by round where judges began with a belief', async () => {
    const from = { initial: ['0.5', '0.5'], rounds: 2 };
    const arm = await kept({ ...right, verdict: from, run: { setup: { penalty: 0.05 } } });
    const [row] = await database.$queryRaw<object[]>`
      select a.mean_judge_score_bits::float8 as score, a.bits_per_round::float8 as bits, v.penalty::float8
      from results.accuracy a join results.verdicts v using (arm) where arm = ${arm}`;
    expect(row).toEqual({ score: close(Math.log2(0.8) - 0.1), bits: close(Math.log2(1.6) / 2), penalty: 0.05 });
  });

  it('keeps simulated judges and published studies apart', async () => {
    const simulated = { judgeKind: 'simulated' };
    const published = { imported: true, included: true };
    const arm = await kept(
      right,
      { ...right, verdict: simulated },
      { ...wrong, run: published },
      { ...wrong, run: { ...published, included: false } },
    );
    const rows = await database.$queryRaw<object[]>`
      select imported, synthetic, included, accuracy::float8 from results.accuracy_all where arm = ${arm} order by 1, 2, 3`;
    expect(rows).toEqual([
      { imported: false, synthetic: false, included: true, accuracy: 1 },
      { imported: false, synthetic: true, included: false, accuracy: 1 },
      { imported: true, synthetic: false, included: false, accuracy: 0 },
      { imported: true, synthetic: false, included: true, accuracy: 0 },
    ]);
    const plain = await database.$queryRaw<object[]>`select n::int from results.accuracy where arm = ${arm}`;
    expect(plain).toEqual([{ n: 1 }]);
    const imported = await database.$queryRaw<
      object[]
    >`select run_id from results.imported_verdicts where arm = ${arm}`;
    expect(imported).toHaveLength(2);
  });
});

describe('results.agent_score_difference', () => {
  it('is what the argued side gains by being true, over every seat that has one', async () => {
    const debate = await kept({ ...right, seats });
    const one = (side: number) => ({ run: { sides: [side] }, seats: { consultant: {}, judge: {} } });
    const consultancy = await kept({ ...right, ...one(0) }, { ...right, ...one(0) }, { ...wrong, ...one(1) }, passed);
    const rows = await database.$queryRaw<object[]>`
      select n_truth::int, n_falsehood::int, difference::float8 from results.agent_score_difference
      where arm in (${debate}, ${consultancy}) order by arm`;
    expect(rows).toEqual([
      { n_truth: 1, n_falsehood: 1, difference: close(Math.log2(0.8) - Math.log2(0.2)) },
      // Who passed argued for nothing that was judged.
      { n_truth: 2, n_falsehood: 1, difference: close(Math.log2(0.8) - Math.log2(0.75)) },
    ]);
  });

  it('holds probabilities at what it is told', async () => {
    const arm = await kept({ belief: ['1', '0'], top: [0], seats });
    const [row] = await database.$queryRaw<object[]>`
      select c.difference::float8 as clipped, a.difference::float8 as plain
      from results.agent_score_difference_clipped(0.01) c join results.agent_score_difference a using (arm) where arm = ${arm}`;
    expect(row).toEqual({ clipped: close(Math.log2(100)), plain: close(Math.log2(10_000)) });
  });
});

describe('results.bias', () => {
  it('tells what a place draws that the truth does not explain', async () => {
    // In both, option 1 is listed first and argued for by A, and option 0 is the first choice shown.
    const arm = await kept({ ...right, seats }, { ...right, truth: 1 });
    const rows = await database.$queryRaw<object[]>`
      select place, n::int, n_true::int, mean_p::float8, excess_p::float8, accuracy_if_true::float8, accuracy_if_false::float8
      from results.bias where arm = ${arm} order by place`;
    expect(rows).toEqual([
      {
        place: 'first choice',
        n: 2,
        n_true: 1,
        mean_p: 0.8,
        excess_p: close(0.3),
        accuracy_if_true: 1,
        accuracy_if_false: 0,
      },
      {
        place: 'first listed',
        n: 2,
        n_true: 1,
        mean_p: 0.2,
        excess_p: close(-0.3),
        accuracy_if_true: 0,
        accuracy_if_false: 1,
      },
      { place: 'seat A', n: 1, n_true: 0, mean_p: 0.2, excess_p: 0.2, accuracy_if_true: null, accuracy_if_false: 1 },
    ]);
  });
});

function close(value: number): unknown {
  return expect.closeTo(value, 9);
}
