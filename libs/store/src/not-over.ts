/** Why a run cannot be judged again. */
export function notOver(run: string): string {
  return `run ${run} has not ended: only a finished transcript can be judged again`;
}
