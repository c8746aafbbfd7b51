import type { PlannedArm, PlannedRun, Sitter } from '@moot/experiment';
import { isJudge } from '@moot/protocol';
import { dueAtStart, type Run } from '@moot/runner';
import type { Prisma } from '../generated/client.ts';
import { addJobs } from '../jobs/queue.ts';
import { refTo } from '../jobs/turn-ref.ts';
import { hasPeople } from '../people/seats.ts';
import { isSimulated } from '../results/derived.ts';
import type { Reach } from './database.ts';
import { frozenNow, type FrozenRun } from './frozen.ts';
import { awaited } from './keep-move.ts';
import type { Means } from './means.ts';
import { storable, storableObject } from './storable.ts';

/** Where planned runs are kept. */
export interface Keeping {
  readonly means: Means;
  readonly experimentId: string;
  readonly at: Date;
}

/** An arm and the name of its row. */
export interface NamedArm {
  readonly id: string;
  readonly arm: PlannedArm;
}

export function armRow({ id, arm }: NamedArm, experimentId: string, position: number): Prisma.ArmCreateManyInput {
  const { name, protocol, version, options, seats, hash } = arm;
  return {
    id,
    experimentId,
    name: storable(name),
    position,
    protocol,
    protocolVersion: version,
    options: storableObject(options),
    seats: storableObject(seats),
    hash,
  };
}

/** Keeps runs, with the jobs of the turns that machines are to take at once. */
export async function keepRuns(
  reach: Reach,
  keeping: Keeping,
  arms: ReadonlyMap<string, NamedArm>,
  runs: readonly PlannedRun[],
): Promise<void> {
  const opened: Opened[] = [];
  for (const run of runs) opened.push(await openedFor(reach, run, arms.get(run.arm), keeping.means));
  await reach.run.createMany({ data: opened.map((each) => runRow(each, keeping)) });
  const jobs = opened
    .filter(({ run }) => !hasPeople(run.seats))
    .flatMap(({ run }) => dueAtStart(run).map((turn) => refTo(run.id, turn)));
  if (jobs.length > 0) await reach.$queryRaw(addJobs(jobs));
}

interface Opened {
  readonly planned: PlannedRun;
  readonly armId: string;
  readonly run: Run;
  readonly judged: FrozenRun | undefined;
}

async function openedFor(
  reach: Reach,
  planned: PlannedRun,
  named: NamedArm | undefined,
  { openTable }: Means,
): Promise<Opened> {
  const { id, arm, seats, seed, setup } = planned;
  if (!named) throw new Error(`run ${id}: there is no arm ${arm} in the plan`);
  const { protocol, version } = named.arm;
  const judged = planned.judged && (await frozenNow(reach, planned.judged.run));
  const table = openTable({ protocol, version, setup, moves: [], judged });
  return { planned, armId: named.id, run: { id, seats, seed, table }, judged };
}

function runRow({ planned, armId, run, judged }: Opened, { experimentId, at }: Keeping): Prisma.RunCreateManyInput {
  const { sides, listed, choices } = planned.orders;
  return {
    id: planned.id,
    experimentId,
    armId,
    questionId: planned.questionId,
    replicate: planned.replicate,
    setup: storableObject(planned.setup),
    seats: storableObject(planned.seats),
    sides: [...sides],
    listed: [...listed],
    choices: [...choices],
    seed: planned.seed,
    createdAt: at,
    // A run with people begins when one of them opens it.
    begunAt: hasPeople(planned.seats) ? null : at,
    awaits: awaited(run),
    simulatedSeats: [...othersSimulated(judged), ...simulatedIn(planned.seats)],
    judging: planned.judged?.shown ?? 'live',
    judgedRunId: planned.judged?.run ?? null,
    judgedMoves: judged?.moves.length ?? null,
  };
}

/** Whoever spoke in a transcript that is judged again still was what they were. */
function othersSimulated(judged: FrozenRun | undefined): readonly string[] {
  return judged?.simulatedSeats.filter((seat) => !isJudge(seat)) ?? [];
}

function simulatedIn(seats: Readonly<Record<string, Sitter>>): string[] {
  return Object.entries(seats).flatMap(([seat, sitter]) =>
    sitter.kind === 'script' || (sitter.kind === 'model' && isSimulated(sitter.model)) ? [seat] : [],
  );
}
