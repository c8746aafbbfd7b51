import type { Table } from '../benchmark.ts';
import { shortly, type Spent } from '../measure.ts';
import type { House } from './house.ts';
import { measureLongRun } from './long-run.ts';
import { sendAgain } from './send-again.ts';

/** A stretch of a debate, with what the same calls come to in a bare loop. */
export interface DebateStretch {
  readonly after: number;
  readonly move: Spent;
  readonly bareCall: Spent;
  /** Characters of an average prompt, in thousands. */
  readonly prompt: number;
}

/** One debate of many rounds, whose prompts carry the whole transcript and so must grow. */
export async function measureLongDebate(house: House, rounds: number): Promise<readonly DebateStretch[]> {
  const moves = 2 * rounds + 1;
  const stretches = await measureLongRun(house, { arm: armOf(rounds), moves, stretch: Math.ceil(rounds / 5) });
  const ask = house.models();
  const measured: DebateStretch[] = [];
  for (const { after, move, asked } of stretches) {
    const { ms, cpuMs } = await sendAgain(asked, ask, 1);
    const characters = asked.flatMap(({ messages }) => messages.map(({ content }) => content.length));
    measured.push({
      after,
      move,
      bareCall: { ms: ms / asked.length, cpuMs: cpuMs / asked.length },
      prompt: characters.reduce((sum, each) => sum + each, 0) / asked.length / 1000,
    });
  }
  return measured;
}

function armOf(rounds: number) {
  return {
    protocol: 'debate',
    setup: { order: 'sequential', rounds, words: { ask: 100, min: 70, max: 150 } },
    seats: { debater: 'sim/debater', judge: 'sim/judge' },
  };
}

export function longDebateTable(stretches: readonly DebateStretch[]): Table {
  return {
    title: 'One debate of many rounds: its prompts grow, and with them what a move costs',
    head: [
      'after so many moves',
      'prompt, 1000 characters',
      'ms a move',
      'ms a bare call',
      'CPU ms a move',
      'CPU ms a bare call',
    ],
    rows: stretches.map(({ after, move, bareCall, prompt }) => [
      String(after),
      ...[prompt, move.ms, bareCall.ms, move.cpuMs, bareCall.cpuMs].map(shortly),
    ]),
  };
}
