import { expect, it } from 'vitest';
import { courseOf, courseWords } from './course.ts';

const earlier = [
  { label: '1', belief: [0.4, 0.6] },
  { label: '2', belief: [0.2, 0.8] },
];

it('begins at the first belief that was given', () => {
  const course = courseOf(earlier, undefined, 1);
  expect(course.map(({ label, points }) => [label, points])).toEqual([
    ['1', 60],
    ['2', 80],
  ]);
});

it('begins before the first round where a belief was given there', () => {
  const course = courseOf([{ label: 'before', belief: [0.7, 0.3] }], undefined, 0);
  expect(course.map(({ points }) => points)).toEqual([70]);
});

it('ends with the draft, and says so', () => {
  const course = courseOf(earlier, { label: '3', belief: [0.1, 0.9] }, 1);
  expect(course.at(-1)).toMatchObject({ isDraft: true, points: 90, x: 240 });
  expect(courseWords(course, 'revenge')).toBe(
    'How probable you held “revenge”: round 1 60\u00a0%, round 2 80\u00a0%, round 3 90\u00a0%, not yet fixed',
  );
  expect(courseWords(course, 'y\u202egnp')).toContain('“y‹U+202E›gnp”');
});
