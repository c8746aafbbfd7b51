import { describe, expect, it } from 'vitest';
import { argued, beliefInShort, sidesIn } from './beliefs.ts';
import { attackIn, ordersWords, plainSettings, setupText } from './setup-words.ts';
import { ordinal, placeWords, turnWords } from './turn-words.ts';

const turn = { seat: 'A', kind: 'speech', at: 'round 2', version: 1 };

describe('turns in words', () => {
  it('are named by their place, and by their kind where that is not a speech', () => {
    expect(turnWords(turn)).toBe('round 2');
    expect(turnWords({ ...turn, kind: 'reply', at: 'round 2/1/judge' })).toBe(
      'reply, round 2, question 1, asked by judge',
    );
    expect(turnWords({ ...turn, kind: 'verdict', at: 'end' })).toBe('verdict');
    expect(turnWords({ ...turn, version: 2 })).toBe('round 2, time 2');
    expect(placeWords('round 1/cross/A')).toBe('round 1, cross-examination, asked by A');
    expect(placeWords('round 0')).toBe('before the first round');
  });

  it('count in English', () => {
    expect([1, 2, 3, 4, 11, 12, 21, 112].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '21st',
      '112th',
    ]);
  });
});

describe('beliefs in short', () => {
  it('say of what they are: a seat, or an option where no seat or more than one argues for it', () => {
    expect(beliefInShort([0.2, 0.8], { A: 1, B: 0 })).toBe('80\u00a0% A');
    expect(beliefInShort([0.1, 0.2, 0.7], {})).toBe('70\u00a0% 3rd');
    expect(argued(0, { A: 0, B: 0 })).toBe('1st');
    expect(beliefInShort([], {})).toBe('');
  });

  it('know the sides only where a setup has them', () => {
    expect(sidesIn({ sides: { A: 0, B: 1 } })).toEqual({ A: 0, B: 1 });
    expect(sidesIn({ question: 'x' })).toEqual({});
    expect(sidesIn({ sides: {} }, [{ kind: 'choose', sides: { A: 1, B: 0 } }])).toEqual({ A: 1, B: 0 });
  });
});

describe('a setup in words', () => {
  const setup = { question: 'Who?', order: 'sequential', judges: 1, choices: [1, 0], source: 'x'.repeat(500) };

  it('tells the three orders apart', () => {
    expect(ordersWords({ listed: [0, 1], setup }, { A: 1, B: 0 })).toEqual([
      'A argues for the 2nd and B for the 1st option',
      'listed 1st, 2nd',
      'choices shown 2nd, 1st',
    ]);
    expect(ordersWords({ listed: [], setup: {} }, {})).toEqual([]);
  });

  it('tells of an attack who was told what', () => {
    const attack = { seat: 'A', strategy: 'Invent quotes.' };
    expect(attackIn({ ...setup, attack })).toEqual(attack);
    expect(attackIn(setup)).toBeUndefined();
  });

  it('lists what is set in a word, and cuts long texts in the whole', () => {
    expect(plainSettings(setup)).toEqual([
      { name: 'order', value: 'sequential' },
      { name: 'judges', value: '1' },
    ]);
    expect(setupText(setup)).toContain('… (500 characters)');
  });
});
