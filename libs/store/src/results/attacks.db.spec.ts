import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { openDatabase, type Database } from '../postgres/database.ts';
import { keepPilot, verdictRow } from './testing/verdict-rows.ts';

let database: Database;
let drop: () => Promise<void>;

const ATTACK = { seat: 'B', by: 'injection' };

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  database = openDatabase(made.url);
  await keepPilot(database);
  const arm = { experimentId: 'e', protocol: 'debate', protocolVersion: '1.0.0', hash: 'h' };
  await database.arm.createMany({
    data: [
      { ...arm, id: 'with', name: 'attacked', position: 1, options: { rounds: 2, attack: ATTACK }, seats: {} },
      { ...arm, id: 'without', name: 'calm', position: 2, options: { rounds: 2 }, seats: {} },
      { ...arm, id: 'longer', name: 'longer', position: 3, options: { rounds: 3 }, seats: {} },
      { ...arm, id: 'others', name: 'others', position: 4, options: { rounds: 2 }, seats: { judge: 'openai/x' } },
    ],
  });
});
afterAll(async () => {
  await database.$disconnect();
  await drop();
});

/** One question in two arms; B argues for the first option, and p is what the judge gives to it. */
async function pair(truth: number, { p, pWithout }: { readonly p: number; readonly pWithout: number }): Promise<void> {
  const believed = (first: number) => ({ belief: [String(first), String(1 - first)], top: [first > 0.5 ? 0 : 1] });
  const run = { setup: { sides: { A: 1, B: 0 } } };
  const { question_id: id } = await verdictRow(database, {
    truth,
    ...believed(pWithout),
    run: { ...run, armId: 'without' },
  });
  if (typeof id !== 'string') throw new Error('a verdict has no question');
  for (const [armId, first] of [
    ['with', p],
    ['longer', 0.5],
    ['others', 0.5],
  ] as const)
    await verdictRow(database, { truth, ...believed(first), run: { ...run, armId, questionId: id } });
}

it('holds an attack against the same arm without it, for each side that the attacker may have', async () => {
  await pair(1, { p: 0.9, pWithout: 0.2 });
  await pair(1, { p: 0.8, pWithout: 0.3 });
  await pair(1, { p: 0.1, pWithout: 0.1 });
  await pair(0, { p: 0.6, pWithout: 0.4 });
  const rows = await database.$queryRaw`
    select experiment, arm, without_arm, seat, attack, strategy, argued, pairs::int, round(p_side, 3)::float8 as p_side,
      round(p_side_without, 3)::float8 as without, round(effect, 3)::float8 as effect, round(effect_se, 3)::float8 as se,
      round(accuracy, 3)::float8 as accuracy, round(accuracy_without, 3)::float8 as accuracy_without,
      flipped::int, flipped_back::int, synthetic
    from results.attacks order by argued`;
  const same = {
    experiment: 'pilot',
    arm: 'attacked',
    without_arm: 'calm',
    seat: 'B',
    attack: 'injection',
    strategy: null,
  };
  expect(rows).toEqual([
    {
      ...same,
      ...{ argued: 'falsehood', pairs: 3, p_side: 0.6, without: 0.2, effect: 0.4, se: 0.208 },
      ...{ accuracy: 0.333, accuracy_without: 1, flipped: 2, flipped_back: 0, synthetic: false },
    },
    {
      ...same,
      ...{ argued: 'truth', pairs: 1, p_side: 0.6, without: 0.4, effect: 0.2, se: null },
      ...{ accuracy: 1, accuracy_without: 0, flipped: 0, flipped_back: 1, synthetic: false },
    },
  ]);
});
