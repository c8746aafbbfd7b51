import { safe } from '../text/safe.ts';
import type { EarlierBelief } from './belief-slider.tsx';
import { percent } from './echo.ts';

/** A point of the course of beliefs, in the drawing's own units. */
export interface CoursePoint {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly points: number;
  readonly isDraft: boolean;
}

export const COURSE = { left: 30, right: 240, top: 14, bottom: 78 } as const;

/** The course of beliefs in one option, from the first that was given; what is not given yet is a draft. */
export function courseOf(
  earlier: readonly EarlierBelief[],
  draft: EarlierBelief | undefined,
  option: number,
): readonly CoursePoint[] {
  const given = [...earlier, ...(draft ? [draft] : [])];
  const all = given.map((each) => ({
    label: each.label,
    points: Math.round((each.belief[option] ?? 0.5) * 100),
    isDraft: each === draft,
  }));
  const step = (COURSE.right - COURSE.left) / Math.max(1, all.length - 1);
  return all.map((each, i) => ({
    ...each,
    x: COURSE.left + i * step,
    y: COURSE.bottom - (each.points / 100) * (COURSE.bottom - COURSE.top),
  }));
}

/** What a belief before the first round is labelled with. */
export const BEFORE = 'before';

/** What stands under a point: a place whose name would run into the next one is counted instead. */
export function tickOf(label: string, nth: number): string {
  return /^\d+$/.test(label) || label.length <= BEFORE.length ? label : String(nth);
}

/** The course in words. */
export function courseWords(course: readonly CoursePoint[], answer: string): string {
  const steps = course.map(({ label, points, isDraft }) => {
    const when = /^\d+$/.test(label) ? `round ${label}` : label;
    return `${when} ${percent(points)}${isDraft ? ', not yet fixed' : ''}`;
  });
  return `How probable you held “${safe(answer)}”: ${steps.join(', ')}`;
}
