/** Where a key moves a slider to that stands at `value`, or at no place yet; nothing for keys that mean nothing here. */
export function slidTo(
  key: { readonly key: string; readonly shiftKey: boolean },
  value: number | undefined,
  range: Range,
): number | undefined {
  const step = key.shiftKey ? 5 : 1;
  const from = value ?? range.start;
  const to = targets(key.key, from, step, range);
  return to === undefined ? undefined : Math.min(range.max, Math.max(range.min, to));
}

export interface Range {
  readonly min: number;
  readonly max: number;
  /** Where a slider that was never touched begins. */
  readonly start: number;
}

function targets(key: string, from: number, step: number, { min, max }: Range): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowUp') return from + step;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return from - step;
  if (key === 'PageUp') return from + 10;
  if (key === 'PageDown') return from - 10;
  if (key === 'Home') return min;
  return key === 'End' ? max : undefined;
}
