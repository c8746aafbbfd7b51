import { changed } from '@moot/runner';
import { expect } from 'vitest';
import type { Law } from './bench.ts';
import { prior, speech, verdict } from './said.ts';

/** What every world does with moves: each kept once, in order, with its jobs, and given back as it was played. */
export const moveLaws: readonly Law[] = [
  {
    says: 'knows no run that was not started',
    async holds({ say, world }) {
      expect(await world.run('nobody')).toBeUndefined();
      await expect(say('nobody', prior)).rejects.toThrow('run nobody: there is no such run');
    },
  },
  {
    says: 'begins with the jobs of the machines that have a turn, and none for people',
    async holds({ begin, jobsOf, tableOf }) {
      const run = await begin();
      expect(await jobsOf(run)).toEqual([]);
      expect((await tableOf(run)).next()).toMatchObject([{ seat: 'judge', kind: 'belief' }]);

      const other = await begin({ judge: { kind: 'model', model: 'sim/judge' } });
      expect(await jobsOf(other)).toEqual([`${other} judge belief round 0 1`]);
    },
  },
  {
    says: 'keeps a move and the jobs of the turns that it opened, and tells the watchers',
    async holds({ begin, jobsOf, say, told }) {
      const run = await begin();
      expect(await say(run, prior)).toMatchObject({ ok: true, isOver: false });
      expect(await jobsOf(run)).toEqual([`${run} A speech round 1 1`, `${run} B speech round 1 1`]);
      expect(told).toContain(`${run} 0`);
    },
  },
  {
    says: 'gives back each move as it was played, also to another process',
    async holds({ begin, elsewhere, say, tableOf }) {
      const run = await begin();
      const marks = { first: [1, { deep: null }], ratio: 1e-7, text: 'ü“𝔐”' };
      await say(run, { ...prior, cost: 0.1 + 0.2, thinking: 'hm' });
      await say(run, speech('A', { text: 'so', marks }));
      await say(run, { seat: 'B', kind: 'speech', at: 'round 1', version: 1, by: 'script:deadline', passed: 'late' });
      await say(run, verdict([0.25, 0.75]));

      const { moves } = await tableOf(run);
      expect((await tableOf(run, elsewhere())).moves).toEqual(moves);
      const last = { rests: [1, 2] };
      expect(moves).toMatchObject([{ cost: 0.1 + 0.2, thinking: 'hm' }, { marks }, { passed: 'late' }, last]);
    },
  },
  {
    says: 'goes on where another process has left off, in order',
    async holds({ begin, elsewhere, say, tableOf, world }) {
      const run = await begin({ rounds: 20 });
      const other = elsewhere();
      await say(run, prior, other);
      for (let round = 1; round <= 20; round++) {
        const [first, second] = round % 2 === 0 ? [world, other] : [other, world];
        await Promise.all([say(run, speech('A', { round }), first), say(run, speech('B', { round }), second)]);
      }

      const { moves } = await tableOf(run);
      expect(new Set(moves.map(({ seat, at }) => `${seat} ${at}`)).size).toBe(41);
      expect(moves).toHaveLength(41);
      expect((await tableOf(run, other)).moves).toEqual(moves);
    },
  },
  {
    says: 'lets one of many who take the same turn at once have it',
    async holds({ begin, elsewhere, say, tableOf, world }) {
      const run = await begin();
      const worlds = [world, elsewhere()];
      const changes = await Promise.all(Array.from({ length: 20 }, (_, i) => say(run, prior, worlds[i % 2])));

      expect(changes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(changes.filter((change) => !change.ok && change.why === 'not-open')).toHaveLength(19);
      expect((await tableOf(run)).moves).toHaveLength(1);
    },
  },
  {
    says: 'keeps nothing when a change is refused or breaks, and is none the worse for it',
    async holds({ begin, say, tableOf, world }) {
      const run = await begin();
      expect(await say(run, { ...prior, said: { belief: [0.5, 0.6] } })).toMatchObject({ ok: false, why: 'fault' });
      const broken = world.extend(run, (now) => {
        changed(now, prior);
        throw new Error('the rules broke');
      });
      await expect(broken).rejects.toThrow('the rules broke');
      expect((await tableOf(run)).moves).toEqual([]);
      expect(await say(run, prior)).toMatchObject({ ok: true });
    },
  },
];
