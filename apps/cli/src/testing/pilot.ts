/** What is different about an experiment. */
export interface Different {
  readonly name: string;
  readonly dataset: string;
  readonly sample?: number;
}

/** The experiment of the README: direct judgment, a debate, and a debate with a model for its judge. */
export function pilot({ name, dataset, sample = 12 }: Different): string {
  return `name: ${name}
seed: 7
questions: { dataset: ${dataset}, sample: ${sample} }
arms:
  naive:  { protocol: direct, setup: { source: hidden }, seats: { judge: people } }
  debate:
    protocol: debate
    setup: { order: simultaneous, rounds: 3, words: { ask: 100, min: 70, max: 150 }, quotes: marked, beliefs: each-round }
    seats: { debater: sim/debater, judge: people }
  debate-model-judge:
    protocol: debate
    setup: { order: simultaneous, rounds: 3 }
    seats: { debater: { model: sim/debater, temperature: 0.4 }, judge: sim/judge }
judges: { design: within, perQuestion: 1, perJudge: 12 }
caps: { usd: 5, calls: 2000 }
`;
}
