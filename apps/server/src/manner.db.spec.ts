import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLaboratory, type Laboratory } from './testing/laboratory.ts';

let laboratory: Laboratory;

beforeAll(async () => {
  laboratory = await openLaboratory();
  await laboratory.importWorlds('worlds', 3, 4);
  await laboratory.start(EXPERIMENT);
  await laboratory.engine.work(8);
  await laboratory.ended('manner');
});
afterAll(() => laboratory.close());

const EXPERIMENT = `
name: manner
seed: 5
questions: { dataset: worlds }
arms:
  one:
    protocol: direct
    setup: { source: shown }
    seats: { judge: { model: sim/judge, ability: 0, noise: 0, bias: 3, reading: logprobs } }
  both:
    protocol: direct
    setup: { source: shown }
    seats: { judge: { model: sim/judge, ability: 0, noise: 0, bias: 3, reading: logprobs, orders: both } }
  panel: { protocol: direct, setup: { source: hidden, judges: 3 }, seats: { judge: sim/judge } }
  drafted:
    protocol: debate
    setup: { order: simultaneous, rounds: 1, words: { ask: 60, min: 40, max: 90 } }
    seats:
      A: { model: sim/debater, bestOf: 3, preference: sim/judge, critiques: 2, critic: sim/debater, reading: logprobs }
      B: { model: sim/debater, bestOf: 2, preference: sim/judge, refusal: 0.15, checkedBy: sim/judge }
      judge: { model: sim/judge, reading: logprobs }
`;

const rows = <Row extends object>(query: string) =>
  laboratory.engine.means.database.$queryRawUnsafe<readonly Row[]>(query);

describe('an experiment whose seats say how their models judge and draft', () => {
  it('reads beliefs from log-probabilities; in both orders a bias for what is listed first cancels out', async () => {
    const beliefs = await rows<{
      readonly arm: string;
      readonly p: number;
      readonly first: boolean;
      readonly reason: string;
    }>(`
      select arm, p_correct::float8 as p, first_listed_is_true as first, reason
      from results.verdicts_all where arm in ('one', 'both')`);
    expect(beliefs).toHaveLength(8);
    for (const { arm, p, first, reason } of beliefs) {
      expect(p).toBeCloseTo(arm === 'both' ? 0.5 : first ? 0.95 : 0.05, 6);
      expect(reason).toMatch(/^Read from the log-probabilities/);
    }
    const parts = await rows(`
      select part, count(*)::int as n, bool_and(alternatives is not null) as is_kept
      from results.model_calls where arm = 'both' group by part order by part`);
    expect(parts).toEqual([
      { part: 'move', n: 4, is_kept: true },
      { part: 'order 2', n: 4, is_kept: true },
    ]);
  });

  it('counts the votes of each panel', async () => {
    const panels = await rows(`
      select panel_size, given, (select sum(v) from unnest(votes) v)::int + ties as counted, majority is null or correct is not null as is_scored
      from results.panel_votes`);
    const whole = { panel_size: 3, given: 3, counted: 3, is_scored: true };
    expect(panels).toEqual([whole, whole, whole, whole]);
  });

  it('keeps all that led to a speech, and speaks what it came to', async () => {
    const parts = await rows<{ readonly seat: string; readonly parts: readonly string[] }>(`
      select seat, array_agg(distinct part order by part) as parts
      from results.model_calls where arm = 'drafted' and kind = 'speech' and part <> 'compliance' group by seat order by seat`);
    expect(parts).toEqual([
      {
        seat: 'A',
        parts: [
          ...['candidate 1', 'candidate 2', 'candidate 3', 'critique 1', 'critique 2'],
          ...['helpfulness 1', 'helpfulness 2', 'rating 1', 'rating 2', 'rating 3', 'revision'],
        ],
      },
      { seat: 'B', parts: ['candidate 1', 'candidate 2', 'rating 1', 'rating 2'] },
    ]);
    const spoken = await rows(`
      select s.seat, count(*)::int as n, bool_and(exists (
        select 1 from results.model_calls c where c.run_id = s.run_id and c.seat = s.seat and c.status = 'ok'
          and c.part = case s.seat when 'A' then 'revision' else c.part end and c.part !~ 'rating'
          and position(s.text in regexp_replace(c.reply, '</?quote>', '', 'g')) > 0)) as is_kept
      from results.speeches s where arm = 'drafted' group by s.seat order by s.seat`);
    expect(spoken).toEqual([
      { seat: 'A', n: 4, is_kept: true },
      { seat: 'B', n: 4, is_kept: true },
    ]);
  });

  it('asks a debater again that refuses, and says of every speech that it argues for its side', async () => {
    const refused = await rows<{ readonly n: number }>(`
      select count(*)::int as n from results.model_calls where arm = 'drafted' and seat = 'B' and status = 'refusal'`);
    expect(refused[0]?.n).toBeGreaterThan(0);
    const found = await rows(`select distinct compliance from results.speeches where arm = 'drafted'`);
    expect(found).toEqual([{ compliance: 'complies' }]);
  });
});
