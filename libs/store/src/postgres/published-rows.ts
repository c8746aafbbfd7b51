import type { PublishedRun } from '@moot/experiment';
import type { Table } from '@moot/protocol';
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
  const { id, table, moves, seats, seed } = published;
  const rows = table.moves.map((move, seq) => ({
    runId: id,
    seq,
    move,
    madeAt: moves[seq]?.madeAt ?? published.createdAt,
  }));
  const beliefs: Prisma.BeliefCreateManyInput[] = [];
  const verdicts: Prisma.VerdictCreateManyInput[] = [];
  for (const { move, seq, madeAt } of rows) {
    const derived = derivedFrom({ id, seats, seed, table: table.at(seq + 1) }, move);
    if (!derived) continue;
    const { judge, judgeKind, judgeModel, belief, passed } = derived;
    const judged = {
      runId: id,
      seq,
      seat: move.seat,
      judge,
      judgeKind,
      belief: belief.map(String),
      passed: passed ?? null,
      madeAt,
    };
    if (derived.kind === 'belief') {
      beliefs.push({ ...judged, at: move.at });
      continue;
    }
    const { top, reason, initial, rounds } = derived;
    const text = reason === undefined ? null : storable(reason);
    verdicts.push({
      ...judged,
      judgeModel: judgeModel ?? null,
      top: [...top],
      reason: text,
      initial: initial.map(String),
      rounds,
    });
  }
  return {
    run: runRow(published),
    moves: rows.map(({ move, ...place }) => ({
      ...rowOf(move),
      ...place,
      rests: [...move.rests],
      body: storableObject(rowOf(move).body),
    })),
    beliefs,
    verdicts,
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
