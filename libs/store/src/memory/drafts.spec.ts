import type { ModelSitter } from '@moot/experiment';
import { describe, expect, it } from 'vitest';
import { begun, SPEECH, stated, type Answering } from './testing/talk.ts';

describe('the best of several drafts', () => {
  const DRAFTS = ['weak y', 'strong y', 'strong too y', 'weaker y'];
  const rated = (asked: string) => (asked.includes('strong') ? 90 : 20);
  const author: Partial<ModelSitter> = { bestOf: 4, preference: 'openai/rater' };

  function drawn(sitter: Partial<ModelSitter> = author, drafts: readonly string[] = DRAFTS) {
    let spoken = 0;
    return begun({ A: sitter, judge: {} }, (asked) => {
      if (asked === 'Speak.') return drafts[spoken++] ?? '';
      return stated(asked.startsWith('Rate reversed') ? 100 - rated(asked) : rated(asked));
    });
  }

  it('is spoken, the first of those that are rated alike; all are kept', async () => {
    const { go, moves, parts, asked } = drawn();
    expect(await go(SPEECH)).toBe('moved');
    expect((await moves())[0]).toMatchObject({ text: 'strong y', by: 'model:openai/m' });
    expect(await parts(SPEECH)).toEqual([
      ...['candidate 1', 'candidate 2', 'candidate 3', 'candidate 4'],
      ...['rating 1', 'rating 2', 'rating 3', 'rating 4'],
    ]);
    expect(asked.map(({ model }) => model)).toEqual([
      ...Array.from({ length: 4 }, () => 'openai/m'),
      ...Array.from({ length: 4 }, () => 'openai/rater'),
    ]);
  });

  it('is drawn with seeds of their own, also where one is set', async () => {
    const seeds = async (sitter: Partial<ModelSitter>) => {
      const { go, asked } = drawn({ ...author, ...sitter });
      await go(SPEECH);
      return asked.slice(0, 4).map(({ parameters }) => parameters.seed);
    };
    expect(new Set(await seeds({})).size).toBe(4);
    expect(await seeds({ parameters: { seed: 7 } })).toEqual([7, 8, 9, 10]);
  });

  it('is the same when it is rated in both orders', async () => {
    const { go, moves, parts } = drawn({ ...author, orders: 'both' });
    expect(await go(SPEECH)).toBe('moved');
    expect((await moves())[0]).toMatchObject({ text: 'strong y' });
    expect((await parts(SPEECH)).slice(4, 6)).toEqual(['rating 1', 'rating 1, order 2']);
  });

  it('is never one that the rules refuse: that is asked for again, with the fault named', async () => {
    const { go, moves, world, asked } = drawn(author, ['weak y', 'strong', 'better strong y', 'weak y', 'weak y']);
    expect(await go(SPEECH)).toBe('moved');
    expect((await moves())[0]).toMatchObject({ text: 'better strong y' });
    const { calls } = await world.calls(SPEECH);
    expect(calls.slice(1, 3)).toMatchObject([
      { part: 'candidate 2', text: 'strong', fault: 'Say at least two words.' },
      { part: 'candidate 2', text: 'better strong y' },
    ]);
    expect(asked[2]?.messages.at(-1)?.content).toContain('Say at least two words.');
  });

  it('is come to with the same calls wherever it was cut off in between', async () => {
    const whole = drawn();
    await whole.go(SPEECH);
    const total = whole.asked.length;
    for (let calls = 0; calls < total; calls++) {
      const cut = drawn();
      cut.stopAfter(calls);
      expect(await cut.go(SPEECH)).toBe('stopped');
      cut.stopAfter(Number.POSITIVE_INFINITY);
      expect(await cut.go(SPEECH)).toBe('moved');
      expect(cut.asked).toEqual(whole.asked);
      expect(await cut.moves()).toEqual(await whole.moves());
    }
  });

  it('is followed by nobody while it is drafted; a speech alone is', async () => {
    const drafted = drawn();
    await drafted.go(SPEECH);
    expect(drafted.heard).toEqual([]);
    const alone = drawn({});
    await alone.go(SPEECH);
    expect(alone.heard).toEqual(['A begins']);
    expect(await alone.parts(SPEECH)).toEqual(['move']);
  });
});

describe('a draft that is criticised', () => {
  const author: Partial<ModelSitter> = { critiques: 2, critic: 'openai/critic', preference: 'openai/rater' };
  const answering: Answering = (asked, { model, parameters }) => {
    if (asked === 'Speak.') return 'a draft y';
    if (model === 'openai/critic') return `critique ${parameters.seed ?? ''}`;
    if (asked.startsWith('Helpful')) return stated(30);
    return 'the revised y';
  };

  it('is rewritten by the critique that is found most helpful', async () => {
    let critiques = 0;
    const { go, moves, parts, asked } = begun({ A: author, judge: {} }, (said, request) => {
      if (request.model === 'openai/critic') return critiques++ === 0 ? 'poor' : 'good';
      return said.startsWith('Helpful') ? stated(said.includes('good') ? 90 : 10) : answering(said, request);
    });
    expect(await go(SPEECH)).toBe('moved');
    expect((await moves())[0]).toMatchObject({ text: 'the revised y', by: 'model:openai/m' });
    expect(await parts(SPEECH)).toEqual([
      ...['candidate 1', 'critique 1', 'critique 2', 'helpfulness 1', 'helpfulness 2', 'revision'],
    ]);
    expect(asked.at(-1)?.messages[0]?.content).toBe('Revise: a draft y | good');
  });

  it('has its critiques asked for again that are too long', async () => {
    let critiques = 0;
    const { go, world } = begun({ A: author, judge: {} }, (said, request) =>
      request.model === 'openai/critic' && critiques++ === 0 ? 'word '.repeat(151) : answering(said, request),
    );
    expect(await go(SPEECH)).toBe('moved');
    expect((await world.calls(SPEECH)).calls[1]).toMatchObject({
      part: 'critique 1',
      fault: 'That is 151 words; at most 150 are allowed.',
    });
  });

  it('is asked for again as revised where the rules refuse it', async () => {
    let revised = 0;
    const { go, moves, parts } = begun({ A: author, judge: {} }, (said, request) =>
      said.startsWith('Revise') && revised++ === 0 ? 'short' : answering(said, request),
    );
    expect(await go(SPEECH)).toBe('moved');
    expect((await moves())[0]).toMatchObject({ text: 'the revised y' });
    expect((await parts(SPEECH)).slice(-2)).toEqual(['revision', 'revision']);
  });
});
