import { describe, expect, it } from 'vitest';
import { laws as consultancy } from './consultancy/laws.ts';
import { laws as debate } from './debate/laws.ts';
import { laws as direct } from './direct/laws.ts';
import { protocols } from './index.ts';
import { laws as proposerCritic } from './proposer-critic/laws.ts';
import { laws as stochasticDebate } from './stochastic-debate/laws.ts';

const laws = [...direct, ...debate, ...consultancy, ...proposerCritic, ...stochasticDebate];

it('holds every listed protocol to the laws', () => {
  const held = new Set(laws.map(({ protocol }) => protocol));
  expect(protocols.map(({ name }) => name).filter((name) => !held.has(name))).toEqual([]);
});

describe.each(laws)('$protocol: $name', ({ holds }) => {
  it('obeys the laws under random play', () => {
    const played = holds().flat();
    expect(played.some((move) => 'passed' in move)).toBe(true);
    expect(played.some((move) => !('passed' in move))).toBe(true);
  });
});
