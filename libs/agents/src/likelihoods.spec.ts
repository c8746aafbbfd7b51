import { beliefReply } from '@moot/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelihoods } from './likelihoods.ts';
import { readReply } from './reading.ts';

const token = (text: string, p: number) => ({ token: text, logprob: Math.log(p) });

describe('an answer of one number', () => {
  it('is read where the reply names it, with all ways of writing a number added up', () => {
    const said = [
      [token('Option', 0.9), token('1', 0.1)],
      [token(' 2', 0.5), token('2', 0.1), token(' 1', 0.2), token('**1', 0.05), token(' the', 0.15)],
    ];
    const found = likelihoods(['1', '2'], said);
    expect(found?.['1']).toBeCloseTo(0.25);
    expect(found?.['2']).toBeCloseTo(0.6);
  });

  it('is a fault where no number stands', () => {
    expect(likelihoods(['1', '2'], [[token('Neither', 0.9), token('1', 0.1)]])).toBeUndefined();
    expect(readReply(beliefReply([0, 1], 'belief', { answer: 'number' }), { text: 'Neither' })).toMatchObject({
      ok: false,
    });
  });

  it('becomes a belief in the stored order, adding up to 1, however the options are listed', () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 });
    const shares = fc.array(fc.double({ min: 0.01, max: 0.2, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(orders, shares, (listed, stored) => {
        const tokens = listed.map((option, i) => token(String(i + 1), stored[option] ?? 0));
        const read = readReply(beliefReply(listed, 'belief', { answer: 'number' }), {
          text: '1',
          alternatives: [tokens],
        });
        const sum = stored.reduce((a, b) => a + b);
        if (!read.ok || !('belief' in read.said) || !Array.isArray(read.said.belief)) throw new Error('not read');
        read.said.belief.forEach((p, option) => {
          expect(p).toBeCloseTo((stored[option] ?? 0) / sum, 10);
        });
      }),
    );
  });

  it('comes with a reason only for a verdict, and one that says where it is from', () => {
    const heard = { text: '1', alternatives: [[token('1', 0.75), token('2', 0.25)]] };
    expect(readReply(beliefReply([1, 0], 'verdict', { answer: 'number' }), heard)).toMatchObject({
      ok: true,
      said: {
        belief: [expect.closeTo(0.25), expect.closeTo(0.75)],
        reason: 'Read from the log-probabilities of a one-number answer; no reason was asked for.',
      },
    });
  });
});
