import type { ModelRequest } from '@moot/runner';
import type { House } from './house.ts';

/** The engine's worker in this process, whose moves are counted and whose questions to models are remembered. */
export interface CountingWorker {
  /** What was asked since it began, in that order. */
  readonly asked: readonly ModelRequest[];
  /** Resolves when so many moves were made since it began; rejects as soon as a turn fails. */
  moves(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Begins to take turns. `moved` is told of each move, with what was asked so far. */
export async function beginWork(
  { engine }: House,
  moved: (asked: readonly ModelRequest[]) => void = () => undefined,
): Promise<CountingWorker> {
  const asked: ModelRequest[] = [];
  const moves = countdown();
  const working = await engine.work(undefined, {
    asking: (request) => void asked.push(request),
    took({ run, seat, kind, at }, taken) {
      if (taken === 'failed') moves.fail(new Error(`a turn of run ${run} failed: ${seat} ${kind} @${at}`));
      if (taken !== 'moved') return;
      moved(asked);
      moves.add();
    },
  });
  return { asked, moves: moves.reached, stop: () => working.stop() };
}

/** Counts, and tells whoever waits for a number. */
function countdown() {
  let count = 0;
  let failure: Error | undefined;
  let look: () => void = () => undefined;
  return {
    add() {
      count += 1;
      look();
    },
    fail(error: Error) {
      failure ??= error;
      look();
    },
    reached: (wanted: number) =>
      new Promise<void>((resolve, reject) => {
        look = () => {
          if (failure) reject(failure);
          if (count >= wanted) resolve();
        };
        look();
      }),
  };
}
