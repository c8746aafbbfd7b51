import { beliefReply } from '@moot/protocol';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { Shape } from '../chat/shape.ts';
import { dieOf } from '../chance.ts';
import { judged, type Format } from './judge.ts';
import { percents } from './belief.ts';
import { readPrompt } from './prompt.ts';
import { aText, textLike } from '../testing/like.ts';

const PERCENTS = [70, 30];
const json = (schema: z.ZodType): Format => ({
  kind: 'json',
  shape: Shape.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
});

function reply(instructions: string, format: Format = { kind: 'text' }, belief = PERCENTS): string {
  const options = '<options><option number="1">Ann</option><option number="2">Bob</option></options>';
  const prompt = readPrompt([{ role: 'user', content: `<question>Who?</question>${options}\n${instructions}` }]);
  return judged(prompt, format, belief, dieOf(1));
}

describe("a judge's reply", () => {
  it('is JSON with the percents, and a reason if one is asked for', () => {
    expect(JSON.parse(reply('Reply with {"probabilities": {"1": <percent>, "2": <percent>}}.'))).toEqual({
      probabilities: { 1: 70, 2: 30 },
    });
    expect(JSON.parse(reply('Give a "reason" and "probabilities".'))).toEqual({
      reason: textLike(/\w{4}/),
      probabilities: { 1: 70, 2: 30 },
    });
  });

  it('fits the schemas that the protocols send', () => {
    for (const kind of ['belief', 'verdict'] as const) {
      const wanted = beliefReply([1, 0], kind);
      if (wanted.form !== 'json') continue;
      expect(wanted.schema.safeParse(JSON.parse(reply('', json(wanted.schema)))).data).toMatchObject({
        belief: [0.3, 0.7],
      });
    }
  });

  it('follows a schema: its keys, its scale, no reason where there is none', () => {
    const named = json(
      z.strictObject({ probabilities: z.strictObject({ 1: z.number(), 2: z.number(), 3: z.number() }) }),
    );
    expect(reply('with a reason', named)).toBe('{"probabilities":{"1":70,"2":30,"3":0}}');
    const shares = json(z.object({ probabilities: z.record(z.string(), z.number().min(0).max(1)) }));
    expect(JSON.parse(reply('', shares))).toEqual({ probabilities: { 1: 0.7, 2: 0.3 } });
    expect(JSON.parse(reply('', json(z.object({ choice: z.enum(['1', '2']) })), [20, 80]))).toEqual({ choice: '2' });
    expect(JSON.parse(reply('', json(z.object({ answer: z.int() }))))).toEqual({ answer: 1 });
  });

  it("is an option's number where nothing else is asked for", () => {
    expect(reply('Answer with the number of the right option.')).toBe('1');
    expect(reply('Answer with the number of the right option.', { kind: 'text' }, [20, 80])).toBe('2');
    expect(['1', '2']).toContain(reply('Answer with the number.', { kind: 'text' }, [50, 50]));
  });

  it('says whether the debate goes on: until the judge is sure', () => {
    const asking = 'You may now choose one of: ask, continue, end. Reply with {"choice": "continue"}.';
    expect(JSON.parse(reply(asking))).toEqual({ choice: 'continue' });
    expect(JSON.parse(reply(asking, { kind: 'text' }, [95, 5]))).toEqual({ choice: 'end' });
    expect(JSON.parse(reply('choose one of: ask. {"choice": "ask"}'))).toEqual({
      choice: 'ask',
      to: ['A'],
      text: aText,
    });
  });
});

describe('percents', () => {
  it.each([
    [
      [0.5, 0.5],
      [50, 50],
    ],
    [
      [0.999, 0.001],
      [99, 1],
    ],
    [
      [0, 1],
      [1, 99],
    ],
    [
      [1 / 3, 1 / 3, 1 / 3],
      [34, 33, 33],
    ],
    [
      [0.996, 0.002, 0.002],
      [98, 1, 1],
    ],
    [[1], [100]],
    [[], []],
  ])('%j are %j', (belief, whole) => {
    expect(percents(belief)).toEqual(whole);
  });

  it('add up to 100 for any number of options', () => {
    for (let options = 2; options <= 40; options++) {
      const die = dieOf(options);
      const weights = Array.from({ length: options }, (_, i) => die(String(i)) ** 4);
      const sum = weights.reduce((a, b) => a + b, 0);
      const whole = percents(weights.map((weight) => weight / sum));
      expect(whole.reduce((a, b) => a + b, 0)).toBe(100);
      expect(Math.min(...whole)).toBeGreaterThanOrEqual(1);
    }
  });
});
