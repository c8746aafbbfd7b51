import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assigned, type Design, type Place } from './assign.ts';

const questionsOf = (sources: readonly (string | undefined)[]) =>
  sources.map((source) => (source === undefined ? {} : { source }));
const design = (change: Partial<Design> = {}): Design => ({
  design: 'within',
  arms: 3,
  perQuestion: 1,
  seats: 1,
  ...change,
});

describe('assignment', () => {
  it('gives each judge every question once and every arm equally often', () => {
    const places = assigned(questionsOf(Array.from({ length: 12 }, () => undefined)), design());

    expect(places).toHaveLength(36);
    for (const judge of [0, 1, 2]) {
      const own = places.filter(({ slots }) => slots.includes(judge));
      expect(own.map(({ question }) => question).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      expect([0, 1, 2].map((arm) => own.filter((place) => place.arm === arm).length)).toEqual([4, 4, 4]);
    }
  });

  it('keeps each judge to one arm when judges are between arms', () => {
    const places = assigned(questionsOf(['s', 't', 'u']), design({ design: 'between' }));
    for (const judge of [0, 1, 2]) expect(new Set(armsOf(places, judge)).size).toBe(1);
  });

  it('never gives a judge a question or a source twice, nor more runs than asked, and leaves no place empty', () => {
    const sources = fc.array(fc.option(fc.constantFrom('s', 't', 'u', 'v'), { nil: undefined }), {
      minLength: 1,
      maxLength: 20,
    });
    const designs = fc.record({
      design: fc.constantFrom('within' as const, 'between' as const),
      arms: fc.integer({ min: 1, max: 4 }),
      perQuestion: fc.integer({ min: 1, max: 3 }),
      perJudge: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      seats: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(sources, designs, (drawn, plan) => {
        const questions = questionsOf(drawn);
        const places = assigned(questions, plan);
        expect(new Set(places.map(({ question, arm, replicate }) => `${question} ${arm} ${replicate}`)).size).toBe(
          questions.length * plan.arms * plan.perQuestion,
        );
        for (const judge of new Set(places.flatMap(({ slots }) => slots))) {
          const own = places.filter(({ slots }) => slots.includes(judge));
          const met = own.flatMap(({ question }) => questions[question]?.source ?? `question ${question}`);
          expect(new Set(met).size).toBe(own.length);
          expect(own.length).toBeLessThanOrEqual(plan.perJudge ?? questions.length);
        }
      }),
    );
  });
});

function armsOf(places: readonly Place[], judge: number): readonly number[] {
  return places.filter(({ slots }) => slots.includes(judge)).map(({ arm }) => arm);
}
