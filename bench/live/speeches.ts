import type { Engine } from '@moot/server';
import type { FollowedRun } from './followed.ts';

/** How what judges heard compares with what the database has. */
export interface Checked {
  readonly speeches: number;
  /** Word for word what was heard before the speech was a move. */
  readonly whole: number;
  /** What was heard is its beginning; the rest came with the move. */
  readonly beginnings: number;
  /** Something else was heard. */
  readonly others: number;
  readonly missingCharacters: number;
}

export async function checkedSpeeches(
  { world }: Pick<Engine, 'world'>,
  runs: readonly FollowedRun[],
): Promise<Checked> {
  const pairs: { readonly heard: string; readonly kept: string }[] = [];
  for (const { run, speeches } of runs) {
    const moves = (await world.run(run))?.table.moves ?? [];
    const kept = moves.flatMap((move) => ('text' in move ? [{ seat: move.seat, text: String(move.text) }] : []));
    if (kept.length !== 2) throw new Error(`run ${run}: there are ${kept.length} speeches instead of 2`);
    for (const { seat, text } of kept) pairs.push({ heard: (speeches[seat] ?? '').trimEnd(), kept: text.trimEnd() });
  }
  const beginnings = pairs.filter(({ heard, kept }) => heard !== kept && kept.startsWith(heard));
  const whole = pairs.filter(({ heard, kept }) => heard === kept).length;
  return {
    speeches: pairs.length,
    whole,
    beginnings: beginnings.length,
    others: pairs.length - whole - beginnings.length,
    missingCharacters: beginnings.reduce((sum, { heard, kept }) => sum + kept.length - heard.length, 0),
  };
}
