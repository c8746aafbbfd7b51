import type { ModelRequest } from '@moot/runner';
import { between, meter, type Spent } from '../measure.ts';
import { checkEnded, planFor, start, type ToRun } from './experiment.ts';
import type { House } from './house.ts';
import { beginWork } from './worker.ts';

export interface LongRun {
  readonly arm: ToRun['arm'];
  readonly moves: number;
  /** How many moves make a stretch. */
  readonly stretch: number;
}

/** What one move of a stretch came to on average. */
export interface Stretch {
  /** How many moves were made before it. */
  readonly after: number;
  readonly move: Spent;
  /** What was asked in it. */
  readonly asked: readonly ModelRequest[];
}

/** One run, stretch by stretch, so that its end can be compared with its start. */
export async function measureLongRun(house: House, { arm, moves, stretch }: LongRun): Promise<readonly Stretch[]> {
  const read = meter();
  const marks: { readonly spent: Spent; readonly calls: number }[] = [];
  const plan = await planFor(house, { questions: 1, arm });
  const worker = await beginWork(house, (asked) => void marks.push({ spent: read(), calls: asked.length }));
  try {
    await start(house, plan);
    await worker.moves(moves);
  } finally {
    await worker.stop();
  }
  await checkEnded(house, plan, moves);

  // From one move to another: the first, which comes with the start, stands for the beginning of the first stretch.
  return Array.from({ length: Math.floor((moves - 1) / stretch) }, (_, i) => {
    const [from, to] = [marks[i * stretch], marks[(i + 1) * stretch]];
    if (!from || !to) throw new Error(`there are ${marks.length} marks for ${moves} moves`);
    const { ms, cpuMs } = between(from.spent, to.spent);
    const move = { ms: ms / stretch, cpuMs: cpuMs / stretch };
    return { after: i * stretch + 1, move, asked: worker.asked.slice(from.calls, to.calls) };
  });
}
