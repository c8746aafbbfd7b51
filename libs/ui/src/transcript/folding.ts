/** Whether a round is folded before anybody asks: those that lie more than one round back, while the run goes on. */
export function isFoldedAtFirst(index: number, rounds: number, folding: 'earlier' | 'none'): boolean {
  return folding === 'earlier' && index < rounds - 2;
}
