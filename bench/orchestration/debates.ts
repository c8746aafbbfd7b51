import type { Table } from '../benchmark.ts';
import { meter, shortly, spread, spreadText, type Spent } from '../measure.ts';
import { checkEnded, planFor, start, type ToRun } from './experiment.ts';
import type { House } from './house.ts';
import { sendAgain } from './send-again.ts';
import { beginWork } from './worker.ts';

export interface Debates {
  readonly debates: number;
  readonly rounds: number;
  /** How often engine and bare loop are measured in turn, after a first time that is not counted. */
  readonly repeats: number;
  readonly concurrency: number;
}

/** Engine and bare loop, measured one right after the other. */
export interface Pair {
  readonly moves: number;
  readonly calls: number;
  readonly engine: Spent;
  readonly bare: Spent;
}

/** Many debates at once through the whole engine, against a bare loop of the same calls. */
export async function measureDebates(
  house: House,
  given: Debates,
  beliefs: 'end' | 'each-round',
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (let i = 0; i <= given.repeats; i += 1) pairs.push(await measurePair(house, given, beliefs));
  return pairs.slice(1);
}

async function measurePair(house: House, given: Debates, beliefs: 'end' | 'each-round'): Promise<Pair> {
  const { debates, rounds, concurrency } = given;
  const moves = debates * movesOf(rounds, beliefs);
  const plan = await planFor(house, { questions: debates, arm: armOf(rounds, beliefs) });
  const worker = await beginWork(house);
  try {
    const read = meter();
    await start(house, plan);
    await worker.moves(moves);
    const engine = read();
    await worker.stop();
    await checkEnded(house, plan, moves);
    // As often as makes it take about as long as the engine did, so that both meet the same load of the machine.
    const often = Array.from({ length: BARE_TIMES }, () => worker.asked).flat();
    const { ms, cpuMs } = await sendAgain(often, house.models(), concurrency);
    const bare = { ms: ms / BARE_TIMES, cpuMs: cpuMs / BARE_TIMES };
    return { moves, calls: worker.asked.length, engine, bare };
  } finally {
    await worker.stop();
  }
}

const BARE_TIMES = 4;

/** Two speeches a round and the verdict; with beliefs also one before all rounds and one after each. */
function movesOf(rounds: number, beliefs: 'end' | 'each-round'): number {
  return 2 * rounds + 1 + (beliefs === 'end' ? 0 : rounds + 1);
}

function armOf(rounds: number, beliefs: 'end' | 'each-round'): ToRun['arm'] {
  return {
    protocol: 'debate',
    setup: { order: 'simultaneous', rounds, beliefs, words: { ask: 100, min: 70, max: 150 } },
    seats: { debater: 'sim/debater', judge: 'sim/judge' },
  };
}

export function debatesTable(title: string, pairs: readonly Pair[]): Table {
  const row = (name: string, of: (pair: Pair) => number) => [name, spreadText(spread(pairs.map(of)))];
  return {
    title,
    head: ['', `median of ${pairs.length} (range)`],
    rows: [
      ['moves, calls', `${pairs[0]?.moves ?? 0}, ${shortly(spread(pairs.map(({ calls }) => calls)).median)}`],
      row('engine: moves/s', ({ moves, engine }) => (1000 * moves) / engine.ms),
      row('engine: calls/s', ({ calls, engine }) => (1000 * calls) / engine.ms),
      row('bare loop: calls/s', ({ calls, bare }) => (1000 * calls) / bare.ms),
      row('engine: CPU ms a move', ({ moves, engine }) => engine.cpuMs / moves),
      row('bare loop: CPU ms a call', ({ calls, bare }) => bare.cpuMs / calls),
      row('time, engine : bare', ({ engine, bare }) => engine.ms / bare.ms),
      row('CPU, engine : bare', ({ engine, bare }) => engine.cpuMs / bare.cpuMs),
    ],
  };
}
