import type { EarlierBelief } from './belief-slider.tsx';

/** Where earlier beliefs stand on the slider. A label that would lie over a later one is left out; its mark stays. */
export interface Ghost {
  readonly key: string;
  readonly at: number;
  readonly label: string | undefined;
}

/** Points that a label of so many letters takes on the narrowest slider. */
const POINTS_PER_LETTER = 3;

export function ghostsOf(
  earlier: readonly EarlierBelief[],
  pointOf: (belief: readonly number[]) => number,
): readonly Ghost[] {
  const ghosts: Ghost[] = [];
  for (const { label, belief } of earlier.toReversed()) {
    const at = pointOf(belief);
    const isFree = ghosts.every(
      (later) => later.label === undefined || Math.abs(later.at - at) > room(later.label) + room(label),
    );
    ghosts.unshift({ key: label, at, label: isFree ? label : undefined });
  }
  return ghosts;
}

function room(label: string): number {
  return (label.length * POINTS_PER_LETTER) / 2;
}
