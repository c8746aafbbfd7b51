import { shuffled, type Orders, type Random } from '@moot/protocol';
import type { Question } from './question.ts';

/** Where the true option stands in each of the three orders. */
interface Cell {
  readonly side: 0 | 1;
  readonly listed: number;
  readonly choices: number;
}

/**
 * The three orders of each question of one arm, counterbalanced: the true option falls to either side, to every place of
 * the list and to every place among the choices equally often, in every combination, as far as the number of questions allows.
 */
export function counterbalanced(
  questions: readonly Pick<Question, 'options' | 'truth'>[],
  random: Random,
): readonly Orders[] {
  const most = Math.max(2, ...questions.map(({ options }) => options.length));
  const cells = balanced(most, questions.length, random);
  return questions.map((question, i) => ordersOf(question, cells[i] ?? { side: 0, listed: 0, choices: 0 }, random));
}

/** Whole sets of all combinations, each in a drawn order, and of the last set as many as are still wanted. */
function balanced(places: number, wanted: number, random: Random): readonly Cell[] {
  const each = Array.from({ length: places }, (_, i) => i);
  const all = ([0, 1] as const).flatMap((side) =>
    each.flatMap((listed) => each.map((choices) => ({ side, listed, choices }))),
  );
  const sets = Array.from({ length: Math.ceil(wanted / all.length) }, () => spread(all, places, random));
  return sets.flat().slice(0, wanted);
}

/** A drawn order of all combinations in which each run of 2 × places is itself balanced on side and list. */
function spread(all: readonly Cell[], places: number, random: Random): readonly Cell[] {
  const shifts = shuffled(
    Array.from({ length: places }, (_, i) => i),
    random,
  );
  return shifts.flatMap((shift) =>
    shuffled(
      all.filter(({ side, listed, choices }) => (listed + choices + side) % places === shift),
      random,
    ),
  );
}

function ordersOf(
  { options, truth }: Pick<Question, 'options' | 'truth'>,
  { side, listed, choices }: Cell,
  random: Random,
): Orders {
  const others = options.map((_, i) => i).filter((i) => i !== truth);
  const distractor = others[random.index(others.length)] ?? truth;
  const withTruthAt = (place: number) => inserted(shuffled(others, random), truth, place % options.length);
  return {
    sides: side === 0 ? [truth, distractor] : [distractor, truth],
    listed: withTruthAt(listed),
    choices: withTruthAt(choices),
  };
}

function inserted(others: readonly number[], truth: number, place: number): readonly number[] {
  return [...others.slice(0, place), truth, ...others.slice(place)];
}
