import { checkQuotes, lengthOf, sourceIndex, tagged } from '@moot/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask } from '../testing/play.ts';
import { caseOf } from '../testing/worlds.ts';

const asked = caseOf(1);
const Pair = z.object({ claims: z.array(z.string()) });
const Answers = z.object({ answers: z.array(z.string()), next: z.string() });
const FORM = 'Reply with one JSON object: {"claims": ["<first claim>", "<second claim>"]}.';

function messages(request: string, said: readonly string[] = [], source: 'shown' | 'hidden' = 'shown') {
  const speeches = said.map((text, i) => `<speech by="B" round="1" claim="A/${i + 1}" on="A">${text}</speech>`);
  const data = [
    tagged('question', asked.question),
    tagged('your_side', asked.options[0]),
    tagged('opposing_side', asked.options[1]),
    ...(source === 'shown' ? [tagged('source', asked.source)] : []),
    ['<transcript>', ...speeches, '</transcript>'].join('\n'),
  ];
  return [
    { role: 'system', content: 'You are debater A in a debate.' },
    { role: 'user', content: `${data.join('\n\n')}\n\n${request}` },
  ];
}

function pair(request: string, seed = 1, parameters = {}): readonly string[] {
  return Pair.parse(JSON.parse(ask(messages(`${request}\n\n${FORM}`), { seed, parameters }).text)).claims;
}

const lengthIn = (claims: readonly string[]) => claims.reduce((sum, each) => sum + lengthOf('characters', each), 0);

describe('a debater who is to rebut a claim', () => {
  it('makes two claims, each with words of the source', () => {
    const claims = pair('Rebut claim B of debater B, together at most 250 characters.');
    expect(claims).toHaveLength(2);
    const quotes = claims.flatMap((claim) => checkQuotes(sourceIndex(asked.source), claim));
    expect(quotes.map(({ status }) => status)).toEqual(['verbatim', 'verbatim']);
    expect(lengthIn(claims)).toBeLessThanOrEqual(250);
  });

  it('keeps to the length that it is held to', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 90, max: 600 }),
        fc.integer({ min: 10, max: 60 }),
        fc.integer(),
        (min, more, seed) => {
          const max = min + more;
          const length = lengthIn(pair(`Rebut claim B, together between ${min} and ${max} characters.`, seed));
          expect(length).toBeGreaterThanOrEqual(min);
          expect(length).toBeLessThanOrEqual(max);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is as long-winded as it is made, until it is asked again', () => {
    const request = 'Rebut claim B, together at most 250 characters.';
    expect(lengthIn(pair(request, 1, { wordy: 1.5 }))).toBeGreaterThan(250);
  });
});

describe('a debater who is to answer claims', () => {
  const answered = (said: readonly string[], seed: number) =>
    Answers.parse(JSON.parse(ask(messages('Say of each: {"answers": ["agree" or "object"]}.', said), { seed }).text));
  const seeds = Array.from({ length: 60 }, (_, i) => i);

  it('goes on only with what follows from its answers', () => {
    for (const { answers, next } of seeds.map((seed) => answered(['It was early.', 'It was late.'], seed))) {
      if (next === 'first') expect(answers[0]).toBe('object');
      if (next === 'second') expect(answers[1]).toBe('object');
      if (next === 'link') expect(answers).toContain('agree');
      if (next === 'end') expect(answers).toEqual(['agree', 'agree']);
    }
  });

  it('objects to what its source does not say', () => {
    const made = '<quote>these words stand nowhere</quote>';
    const all = seeds.map((seed) => answered([made, 'It was early.'], seed).answers[0]);
    expect(new Set(all)).toEqual(new Set(['object']));
  });
});
