import { expect } from 'vitest';
import type { Bench, Law } from './bench.ts';
import { prior, speech, verdict } from './said.ts';

/** What every world does with those who judge a finished transcript again. */
export const againLaws: readonly Law[] = [
  {
    says: 'shows a new judge the finished transcript and keeps their moves apart from it, also in another process',
    async holds(bench) {
      const { begin, elsewhere, say, tableOf } = bench;
      const judged = await finished(bench);
      const run = await begin({ judged, judge: { kind: 'person', participant: 'grace' } });
      await say(run, before);
      const seen = ['A speech', 'B speech', 'judge belief'];
      for (const world of [bench.world, elsewhere()]) {
        const table = await tableOf(run, world);
        expect(table.view({ seat: 'judge', at: 'end' }).map(({ seat, kind }) => `${seat} ${kind}`)).toEqual(seen);
        expect(table.moves).toMatchObject([{ kind: 'belief', rests: [] }]);
      }
      expect(await say(run, again)).toMatchObject({ ok: true, isOver: true });
      expect((await tableOf(judged)).moves).toHaveLength(4);
      expect((await tableOf(run, elsewhere())).outcome()).toEqual([{ seat: 'judge', belief: [0.75, 0.25] }]);
    },
  },
  {
    says: 'derives from a new judge’s verdict how many rounds they have seen',
    async holds(bench) {
      const run = await bench.begin({ judged: await finished(bench), judge: { kind: 'person', participant: 'grace' } });
      await bench.say(run, before);
      await bench.say(run, again);
      const initial = before.said.belief;
      expect((await bench.derived(run)).at(-1)).toMatchObject({ judge: 'grace', initial, rounds: 1 });
    },
  },
  {
    says: 'has the job of a model that judges again',
    async holds(bench) {
      const run = await bench.begin({
        judged: await finished(bench),
        judge: { kind: 'model', model: 'openai/small' },
      });
      expect(await bench.jobsOf(run)).toEqual([`${run} judge belief step 0 1`]);
    },
  },
  {
    says: 'goes on with the transcript that a new judge began with, whatever is revised in it later',
    async holds(bench) {
      const { begin, elsewhere, say, tableOf } = bench;
      const judged = await finished(bench);
      const run = await begin({ judged, judge: { kind: 'person', participant: 'grace' } });
      await say(run, before);
      await say(judged, { ...speech('A', { text: 'otherwise' }), version: 2 });
      for (const world of [bench.world, elsewhere()])
        expect((await tableOf(run, world)).view({ seat: 'judge', at: 'end' })[0]).toMatchObject({ version: 1 });
    },
  },
  {
    says: 'seats no new judge before a transcript that is not finished',
    async holds({ begin, world }) {
      const open = await begin();
      await expect(begin({ judged: open })).rejects.toThrow(`run ${open} has not ended`);
      expect(await world.run(open)).toBeDefined();
    },
  },
];

async function finished({ begin, say }: Bench): Promise<string> {
  const run = await begin();
  await say(run, prior);
  for (const seat of ['A', 'B'] as const) await say(run, speech(seat));
  await say(run, verdict([0.1, 0.9]));
  return run;
}

const before = { ...prior, at: 'step 0', by: 'person:grace', said: { belief: [0.4, 0.6] } } as const;
const again = { ...verdict([0.75, 0.25]), by: 'person:grace' } as const;
