/**
 * A belief as it is shown: whole points that sum to 100, one for each option in the order of `choices`. What is kept is one
 * probability for each option in stored order. These two functions are the only way between the two.
 */
export function beliefOf(points: readonly number[], choices: readonly number[]): readonly number[] {
  return choices.map((_, option) => (points[choices.indexOf(option)] ?? 0) / 100);
}

/** The points that say a belief; whole ones, so that what is shown adds up. */
export function pointsOf(belief: readonly number[], choices: readonly number[]): readonly number[] {
  return whole(choices.map((option) => (belief[option] ?? 0) * 100));
}

/** Of two choices: the second at so many points, the first at the rest. */
export function between(second: number): readonly number[] {
  const at = Math.min(99, Math.max(1, Math.round(second)));
  return [100 - at, at];
}

/** One of the choices set to so many points; the others share the rest as they did before, or evenly if they had none. */
export function spread(points: readonly number[], at: number, value: number): readonly number[] {
  const most = 100 - (points.length - 1);
  const set = Math.min(most, Math.max(1, Math.round(value)));
  const rest = points.map((point, i) => (i === at ? 0 : Math.max(point, 1)));
  const sum = rest.reduce((a, b) => a + b, 0);
  const spare = 100 - set - (points.length - 1);
  // Each of the others keeps at least one point: a belief of nothing at all cannot be taken back by later evidence.
  const shared = whole(
    rest.map((point) => (spare * point) / sum),
    spare,
  );
  return points.map((_, i) => (i === at ? set : 1 + (shared[i] ?? 0)));
}

/** Nobody favoured, for a first touch of many choices. */
export function even(choices: number): readonly number[] {
  return whole(Array.from({ length: choices }, () => 100 / choices));
}

/** Whole numbers with a given sum that are as close as may be: what is left over goes to the largest remainders. */
function whole(parts: readonly number[], sum = 100): readonly number[] {
  const floors = parts.map((part) => Math.floor(part + 1e-9));
  const left = sum - floors.reduce((a, b) => a + b, 0);
  const byRemainder = parts
    .map((part, i) => ({ i, rest: part - Math.floor(part + 1e-9) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  const raised = new Set(byRemainder.slice(0, Math.max(0, left)).map(({ i }) => i));
  return floors.map((floor, i) => floor + (raised.has(i) ? 1 : 0));
}
