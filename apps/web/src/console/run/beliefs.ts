import { percent } from '@moot/ui';
import { z } from 'zod';
import { ordinal } from './turn-words.ts';

/** Which option each seat argues for. */
export type Sides = Readonly<Record<string, number>>;

const WithSides = z.object({ sides: z.record(z.string(), z.int()) });

/** Which option each seat argues for: given out with the setup, or chosen in a move. */
export function sidesIn(setup: unknown, moves: readonly unknown[] = []): Sides {
  const read = [setup, ...moves].map((each) => WithSides.safeParse(each));
  return read.find(({ data }) => data && Object.keys(data.sides).length > 0)?.data?.sides ?? {};
}

/** A belief in one glance, with what it is of: '99 % A', '60 % 3rd', and '50 : 50' where nothing is favoured. */
export function beliefInShort(belief: readonly number[], sides: Sides): string {
  const most = Math.max(...belief);
  const top = belief.flatMap((p, i) => (p === most ? [i] : []));
  const [option] = top;
  if (option === undefined) return '';
  if (top.length > 1) return belief.map((p) => percents(p)).join(' : ');
  return `${percent(Math.round(most * 100))} ${argued(option, sides)}`;
}

/** Who argues for an option, or which one it is. */
export function argued(option: number, sides: Sides): string {
  const seats = Object.keys(sides).filter((seat) => sides[seat] === option);
  return seats.length === 1 ? (seats[0] ?? '') : ordinal(option + 1);
}

function percents(p: number): string {
  return String(Math.round(p * 100));
}
