import { abandon, entered, submit, type World } from '@moot/runner';
import { describe, expect, it } from 'vitest';
import { openParley } from '../contract/parley.ts';
import { planOf, runOf } from '../contract/plan.ts';
import { memoryWorld } from './world.ts';

const ADA = { by: 'person:ada' as const };
const BELIEF = { seat: 'judge', kind: 'belief', at: 'round 0', version: 1, said: { belief: [0.5, 0.5] } };
const VERDICT = { seat: 'judge', kind: 'verdict', at: 'end', version: 1, said: { belief: [0.25, 0.75], reason: '' } };
const speech = (seat: string) => ({
  seat,
  kind: 'speech',
  at: 'round 1',
  version: 1,
  said: { text: `${seat} speaks` },
});

function begun() {
  const world = memoryWorld({ openTable: openParley });
  world.start(planOf('trial', [runOf('r')]));
  return world;
}

const movesIn = async (world: World) => (await world.run('r'))?.table.moves ?? [];

describe('giving a run up', () => {
  it('passes all that it still waits for, turn after turn, until it is over', async () => {
    const world = begun();
    expect(await abandon('r', { by: 'rita', why: 'the model is gone' }, world)).toBe(4);
    const moves = await movesIn(world);
    expect(moves.map(({ seat, kind }) => `${seat} ${kind}`).sort()).toEqual([
      'A speech',
      'B speech',
      'judge belief',
      'judge verdict',
    ]);
    const passed = { by: 'person:rita', passed: 'abandoned: the model is gone' };
    expect(moves).toEqual(moves.map((move) => ({ ...move, ...passed })));
    expect((await world.run('r'))?.table.outcome()).toMatchObject([{ seat: 'judge', passed: passed.passed }]);
  });

  it('keeps what was said, and settles what had failed', async () => {
    const world = begun();
    await submit('r', { ...BELIEF, ...ADA }, world);
    const turn = { run: 'r', seat: 'A', kind: 'speech', at: 'round 1', version: 1 };
    await world.fail(turn, { cause: 'rejected', words: 'there is no such model' });
    expect(await abandon('r', { by: 'rita', why: 'no model' }, world)).toBe(3);
    expect((await movesIn(world))[0]).toMatchObject({ by: 'person:ada', belief: [0.5, 0.5] });
    expect(await world.settle(turn, { how: 'retried', by: 'rita' })).toBe(false);
  });

  it('does nothing to a run that is over, or is not there', async () => {
    const world = begun();
    await abandon('r', { by: 'rita', why: 'once' }, world);
    expect(await abandon('r', { by: 'rita', why: 'twice' }, world)).toBe(0);
    expect(await abandon('x', { by: 'rita', why: 'none' }, world)).toBe(0);
    expect(await movesIn(world)).toHaveLength(4);
  });

  it('goes on past a turn that somebody takes in the same moment', async () => {
    const world = begun();
    await submit('r', { ...BELIEF, ...ADA }, world);
    let isTaken = false;
    const racing: World = {
      ...world,
      async extend(id, change) {
        if (!isTaken) {
          isTaken = true;
          await world.extend(id, (run) => {
            const result = run.table.play({ ...speech('A'), by: 'model:openai/small' });
            return result.ok ? { ...result, due: [], isOver: false } : result;
          });
        }
        return world.extend(id, change);
      },
    };
    await abandon('r', { by: 'rita', why: 'late' }, racing);
    const moves = await movesIn(world);
    expect(moves.filter(({ seat }) => seat === 'A')).toMatchObject([{ text: 'A speaks' }]);
    expect((await world.run('r'))?.table.next().filter(({ optional }) => !optional)).toEqual([]);
  });
});

describe('what a person enters', () => {
  it('becomes a move, and has the machines take the turns that it opens', async () => {
    const world = begun();
    const change = await submit('r', { ...BELIEF, ...ADA }, world);
    expect(change).toMatchObject({ ok: true, isOver: false, due: [{ seat: 'A' }, { seat: 'B' }] });
    expect(await movesIn(world)).toMatchObject([{ kind: 'belief', by: 'person:ada' }]);
  });

  it('is tried on a run without changing it', async () => {
    const world = begun();
    const run = await world.run('r');
    if (!run) throw new Error('there is no run');
    expect(entered({ ...BELIEF, ...ADA })(run).ok).toBe(true);
    expect(entered({ ...BELIEF, ...ADA, said: { belief: [0.5, 0.25] } })(run)).toMatchObject({
      ok: false,
      why: 'fault',
    });
    expect(entered({ ...VERDICT, ...ADA })(run)).toEqual({ ok: false, why: 'not-open' });
    expect(await movesIn(world)).toEqual([]);
  });

  it('is refused from another than whoever sat there first, and from one who sits elsewhere', async () => {
    const world = begun();
    await submit('r', { ...BELIEF, ...ADA }, world);
    expect(await submit('r', { ...speech('A'), ...ADA }, world)).toEqual({
      ok: false,
      why: 'barred',
      words: 'ada sits in seat judge of this run already',
    });
    for (const seat of ['A', 'B']) await submit('r', { ...speech(seat), by: `person:${seat}` }, world);
    expect(await submit('r', { ...VERDICT, by: 'person:eve' }, world)).toEqual({
      ok: false,
      why: 'barred',
      words: "seat judge of this run is ada's since their first turn",
    });
    expect(await submit('r', { ...VERDICT, ...ADA }, world)).toMatchObject({ ok: true, isOver: true });
  });

  it('is open to all where a researcher passed the turns before', async () => {
    const world = begun();
    await world.extend('r', (run) => {
      const { seat, kind, at, version } = BELIEF;
      const result = run.table.play({ seat, kind, at, version, by: 'person:rita', passed: 'late' });
      return result.ok ? { ...result, due: [], isOver: false } : result;
    });
    for (const seat of ['A', 'B']) await submit('r', { ...speech(seat), by: `person:${seat}` }, world);
    expect(await submit('r', { ...VERDICT, ...ADA }, world)).toMatchObject({ ok: true });
  });
});
