/** What a key asks for on the desk. */
export type Asked =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'side'; readonly choice: 0 | 1 }
  | { readonly kind: 'submit' | 'undo' | 'next-speech' | 'quotes' | 'sheet' };

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key asks for. While somebody types, keys are letters; only Ctrl+Enter still submits. */
export function askedBy(key: Key, where: 'page' | 'text' | 'slider', keys: 'on' | 'off'): Asked | undefined {
  const isWithControl = key.ctrlKey || key.metaKey;
  if (key.key === 'Enter' && isWithControl) return { kind: 'submit' };
  if (where === 'text' || isWithControl || key.altKey) return undefined;
  if (key.key === '?') return { kind: 'sheet' };
  if (keys === 'off') return undefined;
  return (where === 'page' ? moved(key) : undefined) ?? LETTERS.get(key.key.toLowerCase());
}

function moved({ key, shiftKey }: Key): Asked | undefined {
  const points = shiftKey ? 5 : 1;
  if (key === 'ArrowLeft') return { kind: 'move', by: -points };
  return key === 'ArrowRight' ? { kind: 'move', by: points } : undefined;
}

const LETTERS = new Map<string, Asked>([
  ['1', { kind: 'side', choice: 0 }],
  ['2', { kind: 'side', choice: 1 }],
  ['z', { kind: 'undo' }],
  ['n', { kind: 'next-speech' }],
  ['q', { kind: 'quotes' }],
]);

/** How strong a side is first chosen, where nothing was believed before. */
const FIRST_STRENGTH = 60;

/** The second choice's points after one side was chosen at the strength that stands. */
export function sided(second: number | undefined, choice: 0 | 1): number {
  const standing = second === undefined || second === 50 ? FIRST_STRENGTH : Math.max(second, 100 - second);
  return choice === 1 ? standing : 100 - standing;
}

/** The keys, for the sheet. */
export const SHEET = [
  ['←  →', 'one point; with Shift, five'],
  ['Home  End', 'as far as it goes, on the slider'],
  ['1  2', 'the left or the right answer, as strongly as now'],
  ['Ctrl Enter', 'fix or submit'],
  ['Z', 'undo, as long as it counts down'],
  ['N', 'next speech'],
  ['Q', 'quotes'],
  ['?', 'this sheet'],
] as const;
