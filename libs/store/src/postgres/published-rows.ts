import type { PublishedRun } from '@moot/experiment';
import type { Move, Table } from '@moot/protocol';
import type { Prisma } from '../generated/client.ts';
import { derivedFrom } from '../results/derived.ts';
import { rowOf } from './rows.ts';
import { storable, storableObject } from './storable.ts';

/** A published run, or one of its judgings, as it was played. */
export interface Published extends Pick<
  PublishedRun,
  'key' | 'replicate' | 'setup' | 'seats' | 'orders' | 'included' | 'seed' | 'createdAt' | 'moves' | 'spot'
> {
  readonly id: string;
  readonly experimentId: string;
  readonly armId: string;
  readonly questionId: string;
  readonly table: Table;
  /** Whose transcript was judged. */
  readonly judged?: { readonly run: string; readonly moves: number; readonly judging: string };
}

/** The rows of a published run: itself, its moves, and what is derived from them for SQL. */
export function publishedRows(published: Published): PublishedRows {
  const { id, table, moves } = published;
  const kept = table.moves.map((move, seq) => ({ seq, move, madeAt: moves[seq]?.madeAt ?? published.createdAt }));
  const derived = kept.map((each) => derivedRow(published, each));
  return {
    run: runRow(published),
    moves: kept.map(({ move, seq, madeAt }) => {
      const { body, rests, ...row } = rowOf(move);
      return { ...row, runId: id, seq, madeAt, rests: [...rests], body: storableObject(body) };
    }),
    beliefs: derived.flatMap((row) => (row && 'at' in row ? [row] : [])),
    verdicts: derived.flatMap((row) => (row && 'top' in row ? [row] : [])),
  };
}

interface KeptMove {
  readonly seq: number;
  readonly move: Move;
  readonly madeAt: Date;
}

/** What is derived from a move, as it was derived when the run was so far. */
function derivedRow(
  { id, seats, seed, table }: Published,
  { seq, move, madeAt }: KeptMove,
): Prisma.BeliefCreateManyInput | Prisma.VerdictCreateManyInput | undefined {
  const derived = derivedFrom({ id, seats, seed, table: table.at(seq + 1) }, move);
  if (!derived) return undefined;
  const { judge, judgeKind, judgeModel, belief, passed } = derived;
  const of = { runId: id, seq, seat: move.seat, judge: storable(judge), judgeKind, passed: passed ?? null, madeAt };
  const judged = { ...of, belief: belief.map(String) };
  if (derived.kind === 'belief') return { ...judged, at: move.at };
  const { top, reason, initial, rounds } = derived;
  const text = reason === undefined ? null : storable(reason);
  return {
    ...judged,
    judgeModel: judgeModel ?? null,
    top: [...top],
    reason: text,
    initial: initial.map(String),
    rounds,
  };
}

export interface PublishedRows {
  readonly run: Prisma.RunCreateManyInput;
  readonly moves: readonly Prisma.MoveCreateManyInput[];
  readonly beliefs: readonly Prisma.BeliefCreateManyInput[];
  readonly verdicts: readonly Prisma.VerdictCreateManyInput[];
}

/** A published run goes on no more, wherever it stopped: it has ended, and waits for nobody. */
function runRow(published: Published): Prisma.RunCreateManyInput {
  const { id, experimentId, armId, questionId, replicate, orders, seed, createdAt, moves, included, judged } =
    published;
  const last = moves.at(-1)?.madeAt ?? createdAt;
  return {
    id,
    experimentId,
    armId,
    questionId,
    replicate,
    setup: storableObject(published.setup),
    seats: storableObject(published.seats),
    sides: [...orders.sides],
    listed: [...orders.listed],
    choices: [...orders.choices],
    seed,
    createdAt,
    begunAt: createdAt,
    startedAt: moves[0]?.madeAt ?? null,
    endedAt: last,
    moveCount: moves.length,
    awaits: [],
    imported: true,
    included,
    judging: judged?.judging ?? 'live',
    judgedRunId: judged?.run ?? null,
    judgedMoves: judged?.moves ?? null,
  };
}
