import { lengthOf } from '@moot/protocol';
import type { Brief } from '@moot/ui';
import type { OpenTurn, TurnForm } from '@moot/wire';
import type { Field, Filled } from './fields.ts';
import { choiceLabel } from './labels.ts';

/** What a field is called on the page. What nobody has put into words is called as it is. */
export function fieldLabel({ form, name }: Field, { kind }: Pick<OpenTurn, 'kind'>, filled: Filled): string {
  if (form === 'text') return filled.choice === 'ask' ? 'Your question' : (TEXTS.get(kind) ?? 'Your answer');
  return LABELS.get(name) ?? choiceLabel(name);
}

const TEXTS = new Map([
  ['speech', 'Your speech'],
  ['claim', 'Your claim'],
  ['ask', 'Your question'],
  ['concede', 'Your last words'],
]);
const LABELS = new Map([
  ['choice', 'What comes next'],
  ['to', 'To whom'],
  ['option', 'The answer that you argue for'],
  ['stance', 'Do you agree with what was said?'],
  ['end', 'Has enough been said?'],
  ['next', 'Go on with'],
  ['accept', 'Do you accept it?'],
  ['p', 'How probable is a 1? From 0 to 1'],
]);

/** One of several in a field. */
export function itemLabel(field: Field, place: number): string {
  const what = field.form === 'picks' ? 'About the' : 'The';
  return `${what} ${NTH[place] ?? `${place + 1}th`} claim`;
}

const NTH = ['first', 'second', 'third'];

/** A value that is chosen, in words. */
export function valueLabel(name: string, value: string): string {
  return VALUES.get(`${name} ${value}`) ?? choiceLabel(value);
}

const VALUES = new Map([
  ['next first', 'The first claim'],
  ['next second', 'The second claim'],
  ['next link', 'What the two leave out'],
  ['next end', 'Nothing: I agree'],
  ['end yes', 'Yes, end it'],
  ['end no', 'No, go on'],
]);

/** What a field still needs. */
export function fieldMissing({ form, name }: Field): string {
  switch (form) {
    case 'text':
    case 'texts':
      return 'Write something first.';
    case 'seats':
      return 'Say who is asked.';
    case 'option':
      return 'Choose an answer.';
    case 'one-of':
      return name === 'choice' ? 'Choose what comes next.' : 'Choose one.';
    case 'picks':
    case 'yes-no':
      return 'Choose one.';
    case 'number':
      return 'Give a number.';
    case 'unknown':
      return 'This page cannot ask for what is wanted here. Write to who sent you the link.';
  }
}

/** How long a text is to be, and how long it is; what was asked for stands before what is enforced. */
export function textLength({ length }: Pick<TurnForm, 'length'>, text: string): string | undefined {
  if (!length) return undefined;
  const { unit, ask, min, max, over } = length;
  const wanted = [
    ...(ask === undefined ? [] : [`about ${ask}`]),
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
  ];
  if (wanted.length === 0) return undefined;
  const asked = wanted.join(', ');
  const cut = max !== undefined && over === 'cut' ? ' What is longer is cut there.' : '';
  return `${asked.charAt(0).toUpperCase()}${asked.slice(1)} ${unit}; now ${lengthOf(unit, text)}.${cut}`;
}

/** When what a judge asks is answered. */
export function askedWords({ answers }: Pick<Brief, 'answers'>): string {
  return answers === 'next-speech'
    ? 'It is answered in the next speech, not before.'
    : 'It is answered at once, before anything else is said.';
}

/** What rounds cost, where they cost something. */
export function penaltyWords({ penalty, rounds }: Pick<Brief, 'penalty' | 'rounds'>): string | undefined {
  if (penalty === 0) return undefined;
  const isChosen = rounds !== undefined && rounds.min < rounds.max;
  return `Each ${isChosen ? 'further ' : ''}round costs your score ${penalty} ${penalty === 1 ? 'bit' : 'bits'}.`;
}
