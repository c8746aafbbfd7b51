import { wilson } from '@moot/stats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { command } from './testing/command.ts';
import { surroundings, type Surroundings } from './testing/surroundings.ts';

let place: Surroundings;
beforeAll(async () => {
  place = await surroundings();
  expect((await command('import', 'worlds', 'seed=7,count=200', '--as', 'worlds')).fault).toBeUndefined();
});
afterAll(() => place.remove());

const arm = (advantage: number) =>
  `{ protocol: debate, setup: { order: simultaneous, rounds: 2, words: { ask: 80, min: 50, max: 120 } }, seats: { debater: sim/debater, judge: "sim/judge?advantage=${advantage}" }`;
const FILE = `name: advantage
seed: 5
questions: { dataset: worlds, sample: 48, perSource: 6 }
arms:
  none: ${arm(0)} }
  large: ${arm(1)}, like: none }
`;

const Measured = z.array(z.object({ arm: z.string(), right: z.number(), n: z.number(), difference: z.number() }));

it('where truth has no advantage judges are right by chance and lying costs nothing; where it has a large one, both show', async () => {
  expect((await command('run', place.file('advantage.yaml', FILE), '--wait')).fault).toBeUndefined();
  const { out } = await command(
    'sql',
    `select v.arm, sum(v.correct)::float8 as right, count(v.correct)::int as n, min(d.difference)::float8 as difference
      from results.verdicts_all v join results.agent_score_difference_all d using (experiment, arm) group by v.arm order by v.arm`,
    '--format',
    'json',
  );
  const [large, none] = Measured.parse(JSON.parse(out));
  if (!large || !none) throw new Error(out);
  const [within, above] = [wilson(none.right, none.n), wilson(large.right, large.n)];
  expect(none.n).toBe(48);
  expect(within?.low).toBeLessThan(0.5);
  expect(within?.high).toBeGreaterThan(0.5);
  expect(Math.abs(none.difference)).toBeLessThan(0.4);
  expect(above?.low).toBeGreaterThan(0.55);
  expect(large.difference).toBeGreaterThan(1);
});
