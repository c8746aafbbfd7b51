import { expect, it } from 'vitest';
import { logprobsOf } from './logprobs.ts';
import { tokensOf } from './tokens.ts';
import { near } from '../testing/like.ts';

const belief = { 1: 0.7, 2: 0.3 };
const of = (text: string, top = 5) => logprobsOf(tokensOf(text), belief, top);

it('says the belief where an option is chosen', () => {
  const [only] = of('1');
  expect(only?.token).toBe('1');
  expect(Math.exp(only?.logprob ?? 0)).toBeCloseTo(0.7);
  expect(only?.top_logprobs.map(({ token, logprob }) => [token, Math.exp(logprob)])).toEqual([
    ['1', near(0.7)],
    ['2', near(0.3)],
  ]);
  expect(only?.bytes).toEqual([49]);
});

it('says it at the keys of probabilities and at the value of a choice, and nowhere else', () => {
  const chosen = (text: string) =>
    of(text)
      .filter(({ logprob }) => logprob < -0.01)
      .map(({ token }) => token.trim());
  expect(chosen('{"probabilities":{"1":99,"2":1}}')).toEqual(['1', '2']);
  expect(chosen('{"reason":"Of 2 lines 1 counts.","choice": 2}')).toEqual(['2']);
  expect(chosen('{"answer":"1"}')).toEqual(['1']);
  expect(chosen('I count 2 reasons and 1 doubt.')).toEqual([]);
});

it('gives as many alternatives as are wanted', () => {
  expect(of('1', 1)[0]?.top_logprobs).toHaveLength(1);
  expect(of('1', 0)[0]?.top_logprobs).toEqual([]);
  expect(logprobsOf(['a'], undefined, 3)[0]?.top_logprobs).toHaveLength(1);
});
