import type { TurnName } from '@moot/wire';

/** Where in the run something stands, in words: 'round 2', 'round 2, question 1', 'before the first round'. */
export function placeWords(at: string): string {
  if (at === 'round 0') return 'before the first round';
  if (at === 'step 0') return 'before reading';
  const [head = '', ...rest] = at.split('/');
  return [head === 'sides' ? 'before the first round' : head, ...rest.map(partWords)].join(', ');
}

/** What a round is parted into: the judge's questions by their number, who asked by their seat. */
function partWords(part: string, place: number): string {
  if (part === 'cross') return 'cross-examination';
  if (/^\d+$/.test(part)) return place === 0 ? `question ${part}` : part;
  return place === 0 ? part : `asked by ${part}`;
}

/** A turn in words, without its seat: 'round 2', 'belief, round 1', 'verdict', 'reply, round 2, 1'. */
export function turnWords({ kind, at, version }: TurnName): string {
  const again = version > 1 ? `, time ${version}` : '';
  if (at === 'end' || at === '') return `${kind}${again}`;
  if (kind === 'speech') return `${placeWords(at)}${again}`;
  return `${kind}, ${placeWords(at)}${again}`;
}

/** A turn with its seat, in the middle of a sentence. */
export function seatTurnWords(turn: TurnName): string {
  return `${turn.seat}, ${turnWords(turn)}`;
}

/** 1st, 2nd, 3rd, 4th, 11th. */
export function ordinal(n: number): string {
  const last = n % 10;
  const isTeen = Math.floor(n / 10) % 10 === 1;
  return `${n}${isTeen ? 'th' : (ENDINGS[last] ?? 'th')}`;
}

const ENDINGS: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' };
