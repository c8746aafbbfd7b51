import type { Brief } from './brief.ts';
import { lengthOf } from '@moot/protocol';
import type { Said } from './said.ts';

/** How long a speech is, in the unit in which its length was asked for. */
export function lengthWords({ text = '', quotes }: Said, { length }: Brief): string {
  const unit = length?.unit ?? 'words';
  const quotedLength = quotes.reduce((sum, quote) => sum + lengthOf(unit, quote.text), 0);
  const whole = counted(lengthOf(unit, text), unit);
  return quotedLength === 0 ? whole : `${whole}, ${number(quotedLength)} of them quoted`;
}

/** How far a speech has come. */
export function progressWords({ text = '' }: Said, { length }: Brief): string {
  if (!length) return 'is speaking';
  const so = number(lengthOf(length.unit, text));
  return length.ask === undefined
    ? `is speaking, ${so} ${length.unit}`
    : `is speaking, ${so} of ${number(length.ask)} ${length.unit}`;
}

function counted(count: number, unit: 'words' | 'characters'): string {
  return `${number(count)} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

/** 4,745 */
export function number(count: number): string {
  return count.toLocaleString('en-GB');
}
