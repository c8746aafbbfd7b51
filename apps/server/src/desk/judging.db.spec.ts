import { randomUUID } from 'node:crypto';
import { ENDPOINTS } from '@moot/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../engine.ts';
import { settingsIn } from '../testing/house.ts';
import { until } from '../testing/until.ts';
import {
  connects,
  deskOf,
  openDeskHouse,
  refused,
  submits,
  takesBack,
  type DeskHouse,
  type Seated,
} from './testing/desk-house.ts';

let house: DeskHouse;
beforeAll(async () => {
  // Nothing becomes a move by itself in so long a time: the tests say when.
  house = await openDeskHouse(6, 600);
});
afterAll(() => house.close());

const experiment = (name: string, more = '', sample = 2): string => `
name: ${name}
seed: 3
questions: { dataset: doors, sample: ${sample} }
arms:
  naive: { protocol: direct, setup: { source: hidden }, seats: { judge: people }${more} }
judges: { perQuestion: 2 }
`;

/** A judge at their first run, which they have opened. */
async function seated(name: string): Promise<Seated & { readonly run: string }> {
  const judge = await house.seat(name);
  const run = judge.desk.run?.id ?? '';
  await connects(judge).follow(run);
  return { ...judge, run };
}

const fix = (key: string) => house.engine().world.fix(key);
const verdicts = async (run: string) =>
  (await house.researcher.ask(ENDPOINTS.run, { path: { run } })).moves.filter(({ kind }) => kind === 'verdict');

describe('a submission', () => {
  it('that is sent five times at once is one', async () => {
    const judge = await seated(await house.begin(experiment('again')));
    const key = randomUUID();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => submits(judge, { run: judge.run, key })));
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
    expect((await deskOf(judge)).run?.submissions).toEqual([all[0]]);
    await fix(key);
    expect(await submits(judge, { run: judge.run, key })).toMatchObject({ key, state: 'fixed' });
    expect(await verdicts(judge.run)).toHaveLength(1);
  });

  it('takes the place of one that still waits in the same turn', async () => {
    const judge = await seated(await house.begin(experiment('instead')));
    const first = await submits(judge, { run: judge.run, belief: [0.125, 0.875] });
    const second = await submits(judge, { run: judge.run, belief: [0.625, 0.375] });
    expect((await deskOf(judge)).run?.submissions).toMatchObject([
      { key: first.key, state: 'taken-back' },
      { key: second.key, state: 'saved' },
    ]);
    for (const { key } of [first, second]) await fix(key);
    expect(await verdicts(judge.run)).toMatchObject([{ belief: [0.625, 0.375] }]);
  });

  it('of two tabs at once, one stands', async () => {
    const judge = await seated(await house.begin(experiment('tabs')));
    const both = await Promise.all([0.125, 0.625].map((p) => submits(judge, { run: judge.run, belief: [p, 1 - p] })));
    expect(both.map(({ state }) => state)).toEqual(['saved', 'saved']);
    const states = ((await deskOf(judge)).run?.submissions ?? []).map(({ state }) => state);
    expect([...states].sort()).toEqual(['saved', 'taken-back']);
    for (const { key } of both) await fix(key);
    expect(await verdicts(judge.run)).toHaveLength(1);
  });

  it('can be taken back until it is a move, and not after that', async () => {
    const judge = await seated(await house.begin(experiment('back')));
    const first = await submits(judge, { run: judge.run });
    expect(await takesBack(judge, judge.run, first.key)).toMatchObject({ state: 'taken-back' });
    expect(await takesBack(judge, judge.run, first.key)).toMatchObject({ state: 'taken-back' });
    await fix(first.key);
    expect(await verdicts(judge.run)).toEqual([]);

    const second = await submits(judge, { run: judge.run });
    await fix(second.key);
    expect(await takesBack(judge, judge.run, second.key)).toMatchObject({ state: 'fixed' });
    expect(await verdicts(judge.run)).toHaveLength(1);
  });

  it('is refused in words where the rules do not take it, and nothing is kept', async () => {
    const judge = await seated(await house.begin(experiment('faulty')));
    const { run } = judge;
    expect(await refused(submits(judge, { run, belief: [0.5, 0.25] }))).toBe(
      '409 refused: The probabilities add up to 0.75, not to 1.',
    );
    expect(await refused(submits(judge, { run, belief: [0.5, 0.25, 0.25] }))).toMatch(
      '409 refused: Give 2 probabilities',
    );
    expect(await refused(submits(judge, { run, at: 'round 7' }))).toMatch('409 not-open: This is not open any more.');
    expect((await deskOf(judge)).run?.submissions).toEqual([]);
    const { key } = await submits(judge, { run });
    await fix(key);
    expect(await refused(submits(judge, { run }))).toMatch('409 over: '.replace('over', 'not-open'));
  });

  it('in the run of somebody else, or a seat of somebody else, is none of theirs', async () => {
    const name = await house.begin(experiment('others'));
    const [judge, other] = [await seated(name), await seated(name)];
    const nothing = '404 not-found: There is no such run for you.';
    expect(await refused(submits(judge, { run: other.run }))).toBe(nothing);
    expect(await refused(submits(judge, { run: judge.run, seat: 'judge 2' }))).toBe(nothing);
    expect(await refused(submits(judge, { run: 'ffffffffffff' }))).toBe(nothing);
    const { key } = await submits(other, { run: other.run });
    expect(await refused(submits(judge, { run: judge.run, key }))).toMatch(/^409 refused: .*somebody else submitted/);
    expect(await refused(takesBack(judge, judge.run, key))).toBe(nothing);
    expect(await refused(takesBack(judge, other.run, key))).toBe(nothing);
    expect(await connects(judge).follow(other.run)).toEqual({ ok: false, why: 'There is no such run for you.' });
    expect(await connects({ ...judge, id: other.id }).refusal()).toBe('not-signed-in');
  });
});

describe('a submission whose time has come', () => {
  it('becomes a move by any process that works, when the one that took it in has closed', async () => {
    const hasty = await openDeskHouse(2, 1);
    try {
      const judge = await hasty.seat(await hasty.begin(experiment('closed', '', 1)));
      const run = judge.desk.run?.id ?? '';
      await submits(judge, { run });
      await hasty.engine().close();
      const movesIn = async () => (await hasty.laboratory.engine.world.run(run))?.table.moves ?? [];
      expect(await movesIn()).toEqual([]);
      const elsewhere = await openEngine(settingsIn(hasty.laboratory));
      await elsewhere.work(1);
      await until(async () => (await movesIn()).length > 0, 100);
      expect(await movesIn()).toMatchObject([{ kind: 'verdict', by: 'person:closed/judge-1' }]);
      await elsewhere.close();
    } finally {
      await hasty.close();
    }
  });
});
