import type { Sitter } from '@moot/experiment';
import type { Move } from '@moot/protocol';
import { Prisma } from '../generated/client.ts';
import type { Database } from './database.ts';
import { MOVE_COLUMNS, transcriptOf, type MoveRow } from './rows.ts';
import { judgmentsOf, type Judging, type ShownJudgment } from './judgments.ts';
import { STATE, type RunState } from './state.ts';

/** One run with all that is known of it, truth included: for researchers. */
export interface ShownRun extends RunHead {
  readonly moves: readonly (Move & { readonly madeAt: Date })[];
  readonly calls: readonly ShownCall[];
  readonly failures: readonly ShownFailure[];
  readonly judgments: readonly ShownJudgment[];
}

interface RunHead {
  readonly id: string;
  readonly experiment: string;
  readonly arm: string;
  readonly protocol: string;
  readonly version: string;
  readonly question: string;
  readonly prompt: string;
  readonly options: readonly string[];
  readonly truth: number;
  readonly replicate: number;
  readonly seats: Readonly<Record<string, Sitter>>;
  readonly sides: readonly number[];
  /** The order in which the options are listed in what is read, as indices. */
  readonly listed: readonly number[];
  readonly seed: number;
  readonly setup: object;
  /** What the arm chose of its protocol, from which follows who sits at its table. */
  readonly armOptions: object;
  readonly simulatedSeats: readonly string[];
  readonly state: RunState;
  readonly awaits: readonly string[];
  /** The run whose transcript is judged here. */
  readonly judgedRun: string | null;
  readonly judgedMoves: number | null;
  readonly judging: Judging;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

interface ShownTurn {
  readonly seat: string;
  readonly kind: string;
  readonly at: string;
  readonly version: number;
}

/** An attempt without its prompt, which `results.model_calls` has. */
export interface ShownCall extends ShownTurn {
  readonly id: string;
  readonly attempt: number;
  readonly model: string;
  readonly simulated: boolean;
  readonly status: string;
  readonly cause: string | null;
  readonly fault: string | null;
  readonly promptTokens: number | null;
  readonly replyTokens: number | null;
  readonly costUsd: number | null;
  readonly ms: number;
  readonly madeAt: Date;
}

export interface ShownFailure extends ShownTurn {
  readonly cause: string;
  readonly words: string;
  readonly failedAt: Date;
  readonly settledAt: Date | null;
  readonly settledHow: string | null;
  readonly settledBy: string | null;
  readonly settledWhy: string | null;
}

export async function showRun(database: Database, id: string): Promise<ShownRun | undefined> {
  const [head] = await database.$queryRaw<RunHead[]>`
    select run.id, experiment.name as experiment, arm.name as arm, arm.protocol, arm.protocol_version as version,
      question.key as question, question.prompt, question.options, question.truth, run.replicate, run.seats, run.sides, run.listed,
      run.seed, run.setup, arm.options as "armOptions", run.simulated_seats as "simulatedSeats",
      ${STATE} as state, run.awaits, run.judged_run_id as "judgedRun", run.judged_moves as "judgedMoves", run.judging, run.started_at as "startedAt", run.ended_at as "endedAt"
    from run join experiment on experiment.id = run.experiment_id join arm on arm.id = run.arm_id
      join question on question.id = run.question_id
    where run.id = ${id}`;
  if (!head) return undefined;
  return {
    ...head,
    moves: await movesOf(database, id),
    calls: await callsOf(database, id),
    failures: await failuresOf(database, id),
    judgments: await judgmentsOf(database, head.judgedRun ?? id),
  };
}

async function movesOf(database: Database, id: string): Promise<ShownRun['moves']> {
  const rows = await database.$queryRaw<(MoveRow & { readonly madeAt: Date })[]>`
    select ${Prisma.raw(MOVE_COLUMNS)}, made_at as "madeAt" from move where run_id = ${id} order by seq`;
  return rows.flatMap(({ madeAt, ...row }) => transcriptOf([row]).map((move) => ({ ...move, madeAt })));
}

async function callsOf(database: Database, runId: string): Promise<readonly ShownCall[]> {
  const rows = await database.modelCall.findMany({
    where: { runId },
    orderBy: { id: 'asc' },
    omit: { runId: true, messages: true, reply: true, sent: true },
  });
  return rows.map(({ id, costUsd, ...row }) => ({
    ...row,
    id: String(id),
    costUsd: costUsd === null ? null : Number(costUsd),
  }));
}

async function failuresOf(database: Database, runId: string): Promise<readonly ShownFailure[]> {
  return database.failure.findMany({
    where: { runId },
    orderBy: { failedAt: 'asc' },
    omit: { id: true, runId: true, callsBefore: true },
  });
}

/** One attempt with what was asked and what came back. */
export interface CallText extends ShownCall {
  readonly reportedModel: string | null;
  readonly promptHash: string;
  readonly messages: unknown;
  readonly reply: string;
  readonly sent: unknown;
}

export async function showCall(database: Database, run: string, id: string): Promise<CallText | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined;
  const row = await database.modelCall.findFirst({ where: { runId: run, id: BigInt(id) } });
  return row ? { ...row, id: String(row.id), costUsd: row.costUsd === null ? null : Number(row.costUsd) } : undefined;
}
