import type { Question } from './question.ts';

/** One question in one arm for one verdict, and the places of the plan that its judges take. */
export interface Place {
  readonly question: number;
  readonly arm: number;
  readonly replicate: number;
  /** One judge for each seat that people take, numbered through the experiment from 0. */
  readonly slots: readonly number[];
}

export interface Design {
  readonly design: 'within' | 'between';
  readonly arms: number;
  readonly perQuestion: number;
  readonly perJudge?: number | undefined;
  /** How many seats of an arm people take, at most. */
  readonly seats: number;
}

/**
 * Gives every question in every arm its judges. No judge meets a question or a source twice. Within: each judge meets the
 * arms in turn, by a Latin square over questions and judges, so that each question is judged in each arm by others and each
 * judge meets all arms equally often, as far as the numbers allow. Between: each judge meets one arm.
 */
export function assigned(questions: readonly Pick<Question, 'source'>[], design: Design): readonly Place[] {
  let judges = 0;
  return blocksOf(questions, design.perJudge).flatMap((block) => {
    const places = placesOf(block, design, judges);
    judges += design.arms * design.perQuestion * design.seats;
    return places;
  });
}

function placesOf(
  block: readonly number[],
  { design, arms, perQuestion, seats }: Design,
  first: number,
): readonly Place[] {
  const groups = Array.from({ length: arms * perQuestion }, (_, group) => group);
  return block.flatMap((question, i) =>
    groups.map((group) => ({
      question,
      arm: design === 'within' ? (i + group) % arms : group % arms,
      replicate: Math.floor(group / arms),
      slots: Array.from({ length: seats }, (_, seat) => first + group * seats + seat),
    })),
  );
}

/** Questions that one judge can be given together: no two of one source, and no more than a judge takes. */
function blocksOf(
  questions: readonly Pick<Question, 'source'>[],
  most = questions.length,
): readonly (readonly number[])[] {
  const layers: number[][] = [];
  const met = new Map<string, number>();
  questions.forEach(({ source }, i) => {
    const layer = source === undefined ? 0 : (met.get(source) ?? 0);
    if (source !== undefined) met.set(source, layer + 1);
    (layers[layer] ??= []).push(i);
  });
  return layers.flatMap((layer) =>
    Array.from({ length: Math.ceil(layer.length / most) }, (_, i) => layer.slice(i * most, (i + 1) * most)),
  );
}
