import { randomFrom, shuffled } from '@moot/protocol';
import type { Question } from './question.ts';

/** Which questions are asked: all of them in a drawn order, or a sample with at most so many from one source. */
export interface Sampling {
  readonly seed: number;
  readonly sample?: number;
  /** How many of the questions drawn first are left for another experiment with the same seed. */
  readonly skip?: number;
  readonly perSource: number;
}

/** Draws questions by the seed, whatever order they come in. Fewer than asked for come back if the sources do not give more. */
export function sampled<Q extends Pick<Question, 'key' | 'source'>>(
  questions: readonly Q[],
  { seed, sample, perSource, skip = 0 }: Sampling,
): readonly Q[] {
  const drawn = shuffled([...questions].sort(byKey), randomFrom(seed, 'questions'));
  const fitting = sample === undefined ? drawn : fewPerSource(drawn, perSource);
  return fitting.slice(skip, sample === undefined ? undefined : skip + sample);
}

function fewPerSource<Q extends Pick<Question, 'source'>>(questions: readonly Q[], most: number): readonly Q[] {
  const taken = new Map<string, number>();
  return questions.filter(({ source }) => {
    if (source === undefined) return true;
    const before = taken.get(source) ?? 0;
    taken.set(source, before + 1);
    return before < most;
  });
}

function byKey(a: Pick<Question, 'key'>, b: Pick<Question, 'key'>): number {
  return a.key < b.key ? -1 : 1;
}
