import type { Orders, Random } from '@moot/protocol';
import type { Place } from './assign.ts';
import { counterbalanced } from './orders.ts';
import type { Question } from './question.ts';

/** The orders of the runs of one arm, counterbalanced over its questions and looked up by question and replicate. */
export function runOrders(
  questions: readonly Pick<Question, 'options' | 'truth'>[],
  places: readonly Place[],
  random: Random,
): (place: Place) => Orders | undefined {
  const asked = places.flatMap(({ question }) => questions[question] ?? []);
  const orders = counterbalanced(asked, random);
  const byRun = new Map(places.map((place, i) => [runOf(place), orders[i]]));
  return (place) => byRun.get(runOf(place));
}

function runOf({ question, replicate }: Place): string {
  return `${question} ${replicate}`;
}
