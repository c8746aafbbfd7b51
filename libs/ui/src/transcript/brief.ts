import type { ListedOption } from '../parts/option-list.tsx';

/** What a page draws from of a brief. Whatever a protocol leaves out is left out of the page. */
export interface Brief {
  readonly question: string;
  readonly options: readonly string[];
  /** The orders in which the options are listed in what is read, and shown as choices. */
  readonly listed: readonly number[];
  readonly choices: readonly number[];
  readonly source: string | undefined;
  /** Which option a seat argues for. */
  readonly sides: Readonly<Record<string, number>>;
  readonly order: string | undefined;
  readonly reveal: string | undefined;
  readonly rounds: { readonly min: number; readonly max: number } | undefined;
  readonly length: { readonly unit: 'words' | 'characters'; readonly ask: number | undefined } | undefined;
}

/** Reads what is known of a brief, of whatever protocol. */
export function briefOf(brief: Readonly<Record<string, unknown>>): Brief {
  const options = list(brief.options).map(String);
  return {
    question: text(brief.question) ?? '',
    options,
    listed: orderOf(brief.listed, options.length),
    choices: orderOf(brief.choices, options.length),
    source: text(brief.source),
    sides: numbered(brief.sides),
    order: text(brief.order),
    reveal: text(brief.reveal),
    rounds: roundsOf(record(brief.rounds)),
    length: lengthOf(record(brief.length)),
  };
}

/** The options in the order in which they are listed, each with who argues for it. */
export function listedOptions({ options, listed, sides }: Brief): readonly ListedOption[] {
  return listed.map((option) => ({ text: options[option] ?? '', seats: seatsFor(sides, option) }));
}

/** Who argues for an option. */
export function seatsFor(sides: Brief['sides'], option: number): readonly string[] {
  return Object.keys(sides).filter((seat) => sides[seat] === option);
}

function orderOf(given: unknown, length: number): readonly number[] {
  const order = list(given).filter((each) => typeof each === 'number');
  const isWhole =
    order.length === length && new Set(order).size === length && order.every((each) => each in Array(length).fill(0));
  return isWhole ? order : Array.from({ length }, (_, i) => i);
}

function roundsOf({ min, max }: Readonly<Record<string, unknown>>): Brief['rounds'] {
  return typeof min === 'number' && typeof max === 'number' ? { min, max } : undefined;
}

function lengthOf({ unit, ask, max }: Readonly<Record<string, unknown>>): Brief['length'] {
  if (unit !== 'words' && unit !== 'characters') return undefined;
  const wanted = ask ?? max;
  return { unit, ask: typeof wanted === 'number' ? wanted : undefined };
}

function numbered(value: unknown): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(record(value)).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
