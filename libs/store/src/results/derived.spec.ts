import type { Sitter } from '@moot/experiment';
import type { Maker, Move, Said } from '@moot/protocol';
import type { Run } from '@moot/runner';
import { describe, expect, it } from 'vitest';
import { parley } from '../contract/parley.ts';
import { derivedFrom, staleSince } from './derived.ts';

const turn = { seat: 'judge', at: 'round 0', version: 1, rests: [] };

function runWith(judge: Sitter, said: readonly Said[] = []): Run {
  const table = said.reduce(
    (before, each) => {
      const result = before.play(each);
      if (!result.ok) throw new Error(`${each.seat} may not: ${result.words ?? result.why}`);
      return result.table;
    },
    parley.table({ rounds: 2 }),
  );
  return { id: 'r', seed: 1, seats: { judge }, table };
}

function believed(by: Maker, sitter: Sitter) {
  const move: Move = { ...turn, kind: 'belief', by, ...{ belief: [0.5, 0.5] } };
  return derivedFrom(runWith(sitter), move);
}

describe('who judged', () => {
  it('is the person, under the name in the move', () => {
    expect(believed('person:ada', { kind: 'person', slot: 3 })).toMatchObject({ judge: 'ada', judgeKind: 'person' });
  });

  it('is the person who took the turn over from a model', () => {
    const taken = believed('person:ada', { kind: 'model', model: 'openai/small', participant: 'p' });
    expect(taken).toMatchObject({ judge: 'ada', judgeKind: 'person' });
    expect(taken).not.toHaveProperty('judgeModel');
  });

  it('is the model, under its pseudonym if it has one', () => {
    const model = 'openai/small';
    expect(believed(`model:${model}`, { kind: 'model', model })).toMatchObject({
      judge: model,
      judgeKind: 'model',
      judgeModel: model,
    });
    expect(believed(`model:${model}`, { kind: 'model', model, participant: 'p' })).toMatchObject({
      judge: 'p',
      judgeModel: model,
    });
  });

  it('is simulated when a player of the simulator or a script judged', () => {
    expect(believed('model:sim/judge?seed=1', { kind: 'model', model: 'sim/judge?seed=1' })).toMatchObject({
      judgeKind: 'simulated',
    });
    expect(believed('script:honest', { kind: 'script', script: 'honest' })).toMatchObject({
      judge: 'honest',
      judgeKind: 'simulated',
    });
  });

  it('is who sits there when somebody else passed the turn', () => {
    const passed = (sitter: Sitter) =>
      derivedFrom(runWith(sitter), { ...turn, kind: 'verdict', by: 'person:researcher', passed: 'ill' });
    expect(passed({ kind: 'person', participant: 'ada' })).toMatchObject({
      judge: 'ada',
      judgeKind: 'person',
      passed: 'ill',
    });
    expect(passed({ kind: 'model', model: 'sim/judge' })).toMatchObject({
      judge: 'sim/judge',
      judgeKind: 'simulated',
      belief: [],
    });
  });
});

describe('what is derived', () => {
  const speech = (seat: string, version = 1): Said => ({
    seat,
    kind: 'speech',
    at: 'round 1',
    version,
    by: 'model:m',
    said: { text: 'so' },
  });
  const prior: Said = {
    seat: 'judge',
    kind: 'belief',
    at: 'round 0',
    version: 1,
    by: 'person:ada',
    said: { belief: [0.4, 0.6] },
  };

  it('is nothing of other moves, or of a verdict without probabilities', () => {
    const run = runWith({ kind: 'person' });
    expect(derivedFrom(run, { ...turn, kind: 'speech', by: 'model:m' })).toBeUndefined();
    expect(derivedFrom(run, { ...turn, kind: 'verdict', by: 'model:m' })).toBeUndefined();
  });

  it('takes no passed speech for a round', () => {
    const late: Said = { seat: 'A', kind: 'speech', at: 'round 1', version: 1, by: 'script:deadline', passed: 'late' };
    const move: Move = { ...turn, kind: 'verdict', by: 'person:ada', ...{ belief: [1, 0] } };
    expect(derivedFrom(runWith({ kind: 'person' }, [prior, late]), move)).toMatchObject({
      rounds: 0,
      initial: [0.4, 0.6],
      top: [0],
    });
    expect(derivedFrom(runWith({ kind: 'person' }, [prior, late, speech('B')]), move)).toMatchObject({ rounds: 1 });
  });

  it('takes claims that were made together for something said in their round', () => {
    const run = runWith({ kind: 'person' }, [prior]);
    const claims: Move = { ...turn, seat: 'A', kind: 'rebut', at: 'round 2/A', by: 'model:m', ...{ claims: [] } };
    const table = { ...run.table, moves: [...run.table.moves, claims] };
    const move: Move = { ...turn, kind: 'verdict', by: 'person:ada', ...{ belief: [1, 0] } };
    expect(derivedFrom({ ...run, table }, move)).toMatchObject({ rounds: 1 });
  });

  it('is stale when it rests on what was revised, and only then', () => {
    const { moves } = runWith({ kind: 'person' }, [prior, speech('A'), speech('B')]).table;
    expect(staleSince(moves)).toEqual([]);
    expect(
      staleSince(runWith({ kind: 'person' }, [prior, speech('A'), speech('B'), speech('A', 2)]).table.moves),
    ).toEqual([1]);
  });
});
