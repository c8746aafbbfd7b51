import type { ListedOption } from '../parts/option-list.tsx';

/** What a page draws from of a brief. Whatever a protocol leaves out is left out of the page. */
export interface Brief {
  readonly question: string;
  readonly options: readonly string[];
  /** The orders in which the options are listed in what is read, and shown as choices. */
  readonly listed: readonly number[];
  readonly choices: readonly number[];
  readonly source: string | undefined;
  /** Which option a seat argues for, as far as that is settled. */
  readonly sides: Readonly<Record<string, number>>;
  /** Whether sides are still to be chosen; they may also have no place here at all. */
  readonly hasOpenSides: boolean;
  readonly order: string | undefined;
  readonly reveal: string | undefined;
  readonly rounds: { readonly min: number; readonly max: number } | undefined;
  readonly length: { readonly unit: 'words' | 'characters'; readonly ask: number | undefined } | undefined;
  /** Whether those who speak never hear each other. */
  readonly areApart: boolean;
  /** Whether what is said has parts of its own names instead of rounds. */
  readonly isInParts: boolean;
  /** How often a judge may ask after each round, and when that is answered. */
  readonly questions: number;
  readonly answers: string | undefined;
  /** What each round costs the judge's score, in bits. */
  readonly penalty: number;
}

/** Reads what is known of a brief, of whatever protocol. Sides that are open in it are known from the move that chose them. */
export function briefOf(brief: Readonly<Record<string, unknown>>, moves: readonly object[] = []): Brief {
  const options = list(brief.options).map(String);
  const given = numbered(brief.sides);
  const isGiven = Object.keys(given).length > 0;
  const sides = isGiven ? given : chosenSides(moves);
  return {
    question: text(brief.question) ?? '',
    options,
    listed: orderOf(brief.listed, options.length),
    choices: orderOf(brief.choices, options.length),
    source: text(brief.source),
    sides,
    hasOpenSides: brief.sides !== undefined && Object.keys(sides).length === 0,
    order: text(brief.order),
    reveal: text(brief.reveal),
    rounds: roundsOf(record(brief.rounds)),
    length: lengthOf(record(brief.length)),
    areApart: brief.form === 'double',
    isInParts: number(brief.rebuttals) !== undefined,
    questions: number(brief.questions) ?? 0,
    answers: text(brief.answers),
    penalty: number(brief.penalty) ?? 0,
  };
}

/** The options in the order in which they are listed, each with who argues for it. */
export function listedOptions({ options, listed, sides, hasOpenSides }: Brief): readonly ListedOption[] {
  const isArgued = Object.keys(sides).length > 0;
  return listed.map((option) => {
    const seats = seatsFor(sides, option);
    const isLeft = seats.length === 0 && isArgued;
    const note = hasOpenSides ? 'who argues for it is still open' : isLeft ? 'nobody argues for it' : undefined;
    return { text: options[option] ?? '', seats, ...(note !== undefined && { note }) };
  });
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

/** The sides that follow from a choice, where somebody has chosen. */
function chosenSides(moves: readonly object[]): Brief['sides'] {
  return numbered(moves.map((move) => record(move).sides).find((sides) => sides !== undefined));
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
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
