import type { Question } from '@moot/experiment';
import { learnt } from './learnt.ts';
import { simpleRules } from './rules.ts';
import { quantile, wilson, type Interval } from './wilson.ts';

/** How often each rule that never reads a source finds the right option. */
export function blindCheck(questions: readonly Question[]): BlindCheck {
  const guesses = [
    ...simpleRules.map(({ name, score }) => ({ name, scores: questions.map((question) => score(question)) })),
    { name: 'words learnt from other sources', scores: learnt(questions) },
  ];
  const z = quantile(1 - LEVEL / 2);
  const strict = quantile(1 - LEVEL / 2 / guesses.length);
  const rules = guesses.map(({ name, scores }) => measure(name, questions, { scores, z, strict }));
  return { rules, worst: rules.filter(({ n }) => n > 0).reduce<BlindRule | undefined>(worse, undefined) };
}

export interface BlindCheck {
  readonly rules: readonly BlindRule[];
  /** The rule that is furthest above chance, by the lower end of its interval; undefined without questions. */
  readonly worst: BlindRule | undefined;
}

export interface BlindRule {
  readonly name: string;
  /** Of the questions that it decides; a right option among several equal best counts as that share. */
  readonly accuracy: number;
  /** The questions that it decides: where all options look alike to it, it says nothing. */
  readonly n: number;
  /** What guessing would reach on these questions. */
  readonly chance: number;
  /** 95 % by Wilson, as if the questions were independent. */
  readonly interval: Interval;
  /** Whether it is above chance even though so many rules were tried (Bonferroni at 5 %). */
  readonly isAboveChance: boolean;
}

const LEVEL = 0.05;

interface Measuring {
  /** The score of each option of each question: the highest is the guess. */
  readonly scores: readonly (readonly number[])[];
  readonly z: number;
  readonly strict: number;
}

function measure(name: string, questions: readonly Question[], { scores, z, strict }: Measuring): BlindRule {
  const decided = questions
    .map(({ options, truth }, i) => ({ count: options.length, hit: hit(scores[i] ?? [], truth) }))
    .filter(({ hit }) => hit !== undefined);
  const n = decided.length;
  const hits = decided.reduce((sum, { hit = 0 }) => sum + hit, 0);
  const chance = n === 0 ? 0 : decided.reduce((sum, { count }) => sum + 1 / count, 0) / n;

  return {
    name,
    accuracy: n === 0 ? 0 : hits / n,
    n,
    chance,
    interval: wilson(hits, n, z),
    isAboveChance: n > 0 && wilson(hits, n, strict).low > chance,
  };
}

/** Undefined where all options score the same. */
function hit(scores: readonly number[], truth: number): number | undefined {
  const best = Math.max(...scores);
  const guesses = scores.flatMap((score, i) => (score === best ? [i] : []));
  if (guesses.length === scores.length) return undefined;
  return guesses.includes(truth) ? 1 / guesses.length : 0;
}

function worse(worst: BlindRule | undefined, rule: BlindRule): BlindRule {
  if (worst === undefined || rule.interval.low - rule.chance > worst.interval.low - worst.chance) return rule;
  return worst;
}
