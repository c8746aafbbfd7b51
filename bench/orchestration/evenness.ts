import type { Table } from '../benchmark.ts';
import { spread, spreadText, type Spent } from '../measure.ts';
import type { House } from './house.ts';
import { measureLongRun, type Stretch } from './long-run.ts';

export interface Evenness {
  /** Two moves each. */
  readonly steps: number;
  /** How many such runs are measured, after a first that is not counted. */
  readonly repeats: number;
}

/** Runs as ten stretches each: the last is to cost what the first costs. Without models, so that little hides the engine. */
export async function measureEvenness(house: House, { steps, repeats }: Evenness): Promise<readonly Evened[]> {
  const runs: Evened[] = [];
  for (let i = 0; i <= repeats; i += 1) runs.push(await measureOne(house, steps));
  return runs.slice(1);
}

/** The stretches of one run, first to last. */
export type Evened = readonly Omit<Stretch, 'asked'>[];

async function measureOne(house: House, steps: number): Promise<Evened> {
  const moves = 2 * steps + 1;
  const stretches = await measureLongRun(house, { arm: armOf(steps), moves, stretch: Math.floor(moves / STRETCHES) });
  return stretches.map(({ after, move }) => ({ after, move }));
}

const STRETCHES = 10;

/** Errors so large that five samples are enough for an estimate. */
function armOf(steps: number) {
  return {
    protocol: 'stochastic-debate',
    setup: {
      steps,
      oracle: { kind: 'window', memory: 2, probabilities: [0.2, 0.4, 0.6, 0.8] },
      completeness: 0.1,
      soundness: 0.9,
      risk: 0.5,
    },
    seats: { alice: 'script/honest-alice', bob: 'script/accepting-bob', verifier: 'script/verifier' },
  };
}

export function evennessTable(runs: readonly Evened[]): Table {
  const stretches = runs[0] ?? [];
  const cell = (of: (run: Evened) => number) => spreadText(spread(runs.map(of)));
  const row = (what: keyof Spent, i: number) => cell((run) => run[i]?.move[what] ?? NaN);
  return {
    title: `One run by scripts, in ${stretches.length} stretches: median of ${runs.length} runs (range)`,
    head: ['after so many moves', 'ms a move', 'CPU ms a move'],
    rows: [
      ...stretches.map(({ after }, i) => [String(after), row('ms', i), row('cpuMs', i)]),
      ['last : first', cell((run) => ratio(run, 'ms')), cell((run) => ratio(run, 'cpuMs'))],
    ],
  };
}

function ratio(run: Evened, what: keyof Spent): number {
  return (run.at(-1)?.move[what] ?? NaN) / (run[0]?.move[what] ?? NaN);
}
