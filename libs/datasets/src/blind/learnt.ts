import type { Question } from '@moot/experiment';
import { wordsOf } from './rules.ts';

/**
 * Scores each option by how much likelier its words are in right options than in wrong ones (naive Bayes), as learnt from
 * the questions about other sources.
 */
export function learnt(questions: readonly Question[]): readonly (readonly number[])[] {
  const folds = foldsOf(questions);
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    learn(questions.filter((_question, i) => folds[i] !== fold)),
  );
  return questions.map(({ options }, i) => {
    const model = models[folds[i] ?? 0];
    return options.map((option) => (model === undefined ? 0 : scoreOf(option, model)));
  });
}

const FOLDS = 10;

/** Questions about one source stay together: they share words for reasons that have nothing to do with truth. */
function foldsOf(questions: readonly Question[]): readonly number[] {
  const groups = new Map<string, number>();
  return questions.map(({ key, source }) => {
    const group = source === undefined ? `question ${key}` : `source ${source}`;
    const place = groups.get(group) ?? groups.size;
    groups.set(group, place);
    return place % FOLDS;
  });
}

interface Model {
  readonly right: ReadonlyMap<string, number>;
  readonly wrong: ReadonlyMap<string, number>;
  readonly rightTotal: number;
  readonly wrongTotal: number;
  readonly vocabulary: number;
}

function learn(questions: readonly Question[]): Model {
  const right = new Map<string, number>();
  const wrong = new Map<string, number>();
  for (const { options, truth } of questions) {
    for (const [i, option] of options.entries()) countWords(option, i === truth ? right : wrong);
  }
  const vocabulary = new Set([...right.keys(), ...wrong.keys()]).size;
  return { right, wrong, rightTotal: total(right), wrongTotal: total(wrong), vocabulary };
}

function countWords(option: string, counts: Map<string, number>): void {
  for (const word of featuresOf(option)) counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** Each word once; words that the model never met say nothing either way. */
function scoreOf(option: string, { right, wrong, rightTotal, wrongTotal, vocabulary }: Model): number {
  return [...featuresOf(option)]
    .filter((word) => right.has(word) || wrong.has(word))
    .reduce((score, word) => {
      const inRight = ((right.get(word) ?? 0) + 1) / (rightTotal + vocabulary);
      const inWrong = ((wrong.get(word) ?? 0) + 1) / (wrongTotal + vocabulary);
      return score + Math.log(inRight / inWrong);
    }, 0);
}

function featuresOf(option: string): ReadonlySet<string> {
  return new Set(wordsOf(option));
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
