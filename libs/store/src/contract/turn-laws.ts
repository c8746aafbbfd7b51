import type { Call } from '@moot/runner';
import { expect } from 'vitest';
import type { Law } from './bench.ts';
import { callOf, turnOf } from './said.ts';

/** What every world does with the attempts at a turn and with its failures. */
export const turnLaws: readonly Law[] = [
  {
    says: 'keeps attempts, numbers them on through retries, and has a fault added later',
    async holds({ begin, elsewhere, world }) {
      const turn = turnOf(await begin(), 'A');
      const limited = callOf(turn, 1, { status: 'limited', retryAfter: 1500, cause: '429' });
      const faulty = callOf(turn, 2, { fault: 'too short' });
      await world.keepCall(limited);
      await world.keepCall(callOf(turn, 2));
      await world.keepCall(faulty);
      expect(await elsewhere().calls(turn)).toEqual({ earlier: 0, calls: [limited, faulty] });

      await world.fail(turn, { cause: 'fault', words: 'none of 2 replies could be used' });
      await world.settle(turn, { how: 'retried', by: 'grace' });
      expect(await world.calls(turn)).toEqual({ earlier: 2, calls: [] });
      await world.keepCall(callOf(turn, 3));
      expect(await world.calls(turn)).toEqual({ earlier: 2, calls: [callOf(turn, 3)] });
    },
  },
  {
    says: 'keeps an attempt of which little is known',
    async holds({ begin, world }) {
      const turn = turnOf(await begin(), 'A');
      const { part, model, messages, promptHash, sent, simulated } = callOf(turn, 1);
      const known = { part, model, messages, promptHash, sent, simulated };
      const bare: Call = { ...known, turn, attempt: 1, status: 'timeout', text: '', ms: 60_000 };
      await world.keepCall(bare);
      expect((await world.calls(turn)).calls).toEqual([bare]);
    },
  },
  {
    says: 'keeps which part of its turn an attempt was for, and what else its tokens could have been',
    async holds({ begin, elsewhere, world }) {
      const turn = turnOf(await begin(), 'A');
      const alternatives = [
        [
          { token: '1', logprob: -0.25 },
          { token: ' 2', logprob: -1.5 },
        ],
      ];
      const calls = [callOf(turn, 1, { part: 'candidate 1' }), callOf(turn, 2, { part: 'rating 1', alternatives })];
      for (const call of calls) await world.keepCall(call);
      expect((await elsewhere().calls(turn)).calls).toEqual(calls);
    },
  },
  {
    says: 'loses no attempt when two make one with the same number',
    async holds({ begin, world }) {
      const turn = turnOf(await begin(), 'A');
      await world.keepCall(callOf(turn, 1, { text: 'one' }));
      await world.keepCall(callOf(turn, 1, { text: 'other' }));

      const { calls } = await world.calls(turn);
      expect(calls.map(({ attempt, text }) => `${attempt} ${text}`)).toEqual(['1 one', '2 other']);
    },
  },
  {
    says: 'fails a turn once, and settles it once, with its job put back for a retry',
    async holds({ begin, jobsOf, world }) {
      const run = await begin();
      const turn = turnOf(run, 'A');
      expect(await world.settle(turn, { how: 'retried', by: 'grace' })).toBe(false);
      await world.fail(turn, { cause: 'timeout', words: 'one' });
      await world.fail(turn, { cause: 'timeout', words: 'two' });
      expect(await world.settle(turn, { how: 'retried', by: 'grace', why: 'it was the network' })).toBe(true);
      expect(await world.settle(turn, { how: 'retried', by: 'grace' })).toBe(false);
      expect(await jobsOf(run)).toEqual([`${run} A speech round 1 1`]);

      await world.fail(turn, { cause: 'timeout', words: 'three' });
      expect(await world.settle(turn, { how: 'passed', by: 'grace', why: 'enough' })).toBe(true);
    },
  },
];
