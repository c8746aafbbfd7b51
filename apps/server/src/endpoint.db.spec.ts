import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLaboratory, type Laboratory } from './testing/laboratory.ts';
import { startPlainEndpoint, type PlainEndpoint } from './testing/plain-endpoint.ts';

const KEY = 'sk-plain-7f3e9c51d2';

let endpoint: PlainEndpoint;
let laboratory: Laboratory;

beforeAll(async () => {
  endpoint = await startPlainEndpoint(KEY);
  laboratory = await openLaboratory({ environment: { OPENAI_BASE_URL: endpoint.url, OPENAI_API_KEY: KEY } });
  await laboratory.importWorlds('worlds', 3, 4);
  await laboratory.start(EXPERIMENT);
  await laboratory.engine.work(4);
  await laboratory.ended('real');
});
afterAll(async () => {
  await laboratory.close();
  await endpoint.close();
});

const EXPERIMENT = `
name: real
seed: 5
questions: { dataset: worlds }
arms:
  naive: { protocol: direct, setup: { source: hidden }, seats: { judge: openai/plain } }
  expert: { protocol: direct, setup: { source: shown }, seats: { judge: openai/plain } }
  debate:
    protocol: debate
    setup: { order: simultaneous, rounds: 2, words: { ask: 60, min: 40, max: 90 }, beliefs: each-round }
    seats: { debater: openai/plain, judge: openai/plain }
`;

describe('an endpoint that is nothing but configured', () => {
  it('brings every run to its end, without a reply that could not be read', async () => {
    const runs = await laboratory.runs('real');
    expect(runs).toHaveLength(12);
    expect(runs.flatMap(({ failures }) => failures)).toEqual([]);
    const calls = runs.flatMap((run) => run.calls);
    expect(new Set(calls.map(({ status, fault }) => `${status} ${String(fault)}`))).toEqual(new Set(['ok null']));
    // Two verdicts without a debate; in a debate four speeches, a belief before them and after each round, and a verdict.
    expect(calls).toHaveLength(4 * (2 + 4 + 3 + 1));
    expect(endpoint.asked).toHaveLength(calls.length);
  });

  it('is noticed to lack things once, by those who ask at the same moment, and not asked for them again', () => {
    expect(endpoint.complaints()).toBeGreaterThan(0);
    expect(endpoint.complaints()).toBeLessThanOrEqual(4 * 3);
  });

  it('is counted as a model that judged, and in the plain view of verdicts', async () => {
    const rows = await laboratory.engine.means.database.$queryRaw<object[]>`
      select distinct arm, judge_kind, judge_model, judge, synthetic, simulated_seats
      from results.verdicts where experiment = 'real' order by arm`;
    const judged = { judge_kind: 'model', judge_model: 'openai/plain', judge: 'openai/plain' };
    expect(rows).toEqual(
      ['debate', 'expert', 'naive'].map((arm) => ({ arm, ...judged, synthetic: false, simulated_seats: [] })),
    );
  });

  it('gets tokens estimated where it counts none, and no cost where no price is known', async () => {
    const rows = await laboratory.engine.means.database.$queryRaw<object[]>`
      select bool_and(tokens_estimated) as estimated, min(prompt_tokens) > 0 as counted, count(cost_usd)::int as costs
      from model_call`;
    expect(rows).toEqual([{ estimated: true, counted: true, costs: 0 }]);
  });

  it('has its quotes checked and its characters whole, in whatever pieces they came', async () => {
    const debates = (await laboratory.runs('real')).filter(({ arm }) => arm === 'debate');
    const speeches = debates.flatMap(({ moves }) => moves.filter(({ kind }) => kind === 'speech'));
    expect(speeches).toHaveLength(4 * 4);
    const whole: unknown = expect.stringMatching(/^said-\w+ .* naïvely so — naïvely/);
    for (const speech of speeches) expect(speech).toMatchObject({ text: whole, quotes: [{ status: 'verbatim' }] });
  });

  it('is told its key, and the database is not', async () => {
    const { database } = laboratory.engine.means;
    const tables = await database.$queryRaw<{ readonly name: string }[]>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`;
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const found = await database.$queryRawUnsafe<object[]>(
        `select * from ${name} as row where row::text like '%' || $1 || '%'`,
        KEY,
      );
      expect(found, name).toEqual([]);
    }
  });
});
