import type { ModelSitter } from '@moot/experiment';
import { describe, expect, it } from 'vitest';
import { begun, BELIEF, SPEECH, stated, type Answering } from './testing/talk.ts';

describe('a model that judges', () => {
  const judge = (sitter: Partial<ModelSitter>, answering: Answering) =>
    begun({ A: {}, judge: sitter }, (asked, request) => (asked === 'Speak.' ? 'why y' : answering(asked, request)));

  it('is asked once, if nothing else is said', async () => {
    const { go, moves, parts } = judge({}, () => stated(80));
    await go(SPEECH);
    expect(await go(BELIEF)).toBe('moved');
    expect((await moves())[1]).toMatchObject({ belief: [0.8, 0.2] });
    expect(await parts(BELIEF)).toEqual(['move']);
  });

  it('is asked in both orders, and believes the mean; what it prefers for its place in the list cancels out', async () => {
    const { go, moves, parts, asked } = judge({ orders: 'both' }, () => stated(70));
    await go(SPEECH);
    expect(await go(BELIEF)).toBe('moved');
    expect((await moves())[1]).toMatchObject({ belief: [expect.closeTo(0.5), expect.closeTo(0.5)] });
    expect(await parts(BELIEF)).toEqual(['move', 'order 2']);
    expect(asked.slice(1).map(({ messages }) => messages[0]?.content)).toEqual([
      'Judge frozen stated.',
      'Judge reversed stated.',
    ]);
  });

  it('is asked for one number where its log-probabilities are read', async () => {
    const { go, asked } = judge({ reading: 'logprobs' }, () => '{"1": 0.5, "2": 0.5}');
    await go(SPEECH);
    expect(await go(BELIEF)).toBe('moved');
    expect(asked[1]).toMatchObject({ reply: { form: 'number', numbers: ['1', '2'] } });
  });

  it('fails in words that name the order that failed', async () => {
    const cause = 'openai/m gives no log-probabilities: set reading: stated for it';
    const { go, failures } = judge({ reading: 'logprobs', orders: 'both' }, (asked) =>
      asked.includes('reversed') ? { status: 'rejected', cause } : '{"1": 0.5, "2": 0.5}',
    );
    await go(SPEECH);
    expect(await go(BELIEF)).toBe('failed');
    expect(failures).toEqual([`order 2: ${cause}`]);
  });
});

describe('how a speech complies with its side', () => {
  const one = async (sitter: Partial<ModelSitter>, text: string, check = 'it refuses') => {
    const { go, world, parts } = begun({ A: sitter, judge: {} }, (asked) => (asked === 'Speak.' ? text : check));
    expect(await go(SPEECH)).toBe('moved');
    const table = (await world.run('r'))?.table;
    return { move: table?.moves[0], parts: await parts(SPEECH), seen: table?.view({ seat: 'judge', at: '' }) };
  };

  it('is kept with the move and shown to nobody', async () => {
    const { move, seen } = await one({}, 'for y');
    expect(move).toMatchObject({ compliance: 'complies' });
    expect(seen).toEqual([{ seat: 'A', kind: 'speech', at: 'round 1', version: 1, text: 'for y' }]);
  });

  it('is asked of a model only where the rule cannot tell and the seat names one', async () => {
    expect(await one({}, 'no word of it')).toMatchObject({ move: { compliance: 'unknown' }, parts: ['move'] });
    expect(await one({ checkedBy: 'openai/checker' }, 'for y')).toMatchObject({ parts: ['move'] });
    expect(await one({ checkedBy: 'openai/checker' }, 'no word of it')).toMatchObject({
      move: { compliance: 'refuses' },
      parts: ['move', 'compliance'],
    });
  });
});
