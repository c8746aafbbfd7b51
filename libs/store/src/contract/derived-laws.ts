import { expect } from 'vitest';
import type { Law } from './bench.ts';
import { prior, speech, verdict } from './said.ts';

/** What every world derives from judges' moves for those who ask in SQL. */
export const derivedLaws: readonly Law[] = [
  {
    says: 'derives beliefs and verdicts, and who judged',
    async holds({ begin, derived, say }) {
      const run = await begin({ rounds: 2 });
      await say(run, prior);
      for (const round of [1, 2]) for (const seat of ['A', 'B'] as const) await say(run, speech(seat, { round }));
      await say(run, verdict([0.5, 0.5]));

      const judged = { judge: 'ada', judgeKind: 'person' };
      const followed = { top: [0, 1], reason: 'I was convinced', initial: [0.3, 0.7], rounds: 2 };
      expect(await derived(run)).toEqual([
        { seq: 0, kind: 'belief', ...judged, belief: [0.3, 0.7] },
        { seq: 5, kind: 'verdict', ...judged, belief: [0.5, 0.5], ...followed },
      ]);
    },
  },
  {
    says: 'derives an abstention from a verdict that was passed',
    async holds({ begin, derived, say }) {
      const run = await begin({ judge: { kind: 'model', model: 'sim/judge', participant: 'sim-1' } });
      await say(run, { ...prior, by: 'model:sim/judge' });
      for (const seat of ['A', 'B'] as const) await say(run, speech(seat));
      await say(run, { ...verdictTurn, by: 'person:grace', passed: 'no reply' });

      expect((await derived(run)).at(-1)).toEqual({
        ...{ seq: 3, kind: 'verdict', judge: 'sim-1', judgeKind: 'simulated', judgeModel: 'sim/judge' },
        ...{ belief: [], top: [], passed: 'no reply', initial: [0.3, 0.7], rounds: 1 },
      });
    },
  },
  {
    says: 'marks a verdict stale that rested on what was revised',
    async holds({ begin, derived, say }) {
      const run = await begin();
      await say(run, prior);
      for (const seat of ['A', 'B'] as const) await say(run, speech(seat));
      await say(run, verdict([0.1, 0.9]));
      expect(await say(run, { ...speech('A'), version: 2 })).toMatchObject({ ok: true, isOver: false });
      await say(run, { ...verdict([0.2, 0.8]), version: 2 });

      const stale = (await derived(run)).map(({ seq, staleSince }) => [seq, staleSince]);
      expect(stale).toEqual([
        [0, undefined],
        [3, 4],
        [5, undefined],
      ]);
    },
  },
];

const verdictTurn = { seat: 'judge', kind: 'verdict', at: 'end', version: 1 };
