/** What can be seen of a transcript, in pixels from the top of the window. */
export interface View {
  /** Where what can be read begins and ends: under the bar, above a narrow page's dock. */
  readonly top: number;
  readonly bottom: number;
  /** Where the last of what is said begins, and where it ends. */
  readonly last: number;
  readonly end: number;
}

/** Who is nearer to the end than this has read as good as all, and is taken along. */
const NEAR = 240;

export function isNearEnd({ bottom, end }: Pick<View, 'bottom' | 'end'>): boolean {
  return end - bottom < NEAR;
}

/** How far to scroll down so that the end is in sight, but never past the beginning of what is said last. */
export function stepTo({ top, bottom, last, end }: View): number {
  return Math.max(0, Math.min(end - bottom, last - top));
}
