import type { Judged, PlannedArm } from '@moot/experiment';
import { canonical, hash, seedFrom } from '@moot/protocol';
import type { Prisma } from '../generated/client.ts';
import type { Reach } from './database.ts';
import { notOver } from '../not-over.ts';
import type { Means } from './means.ts';
import { armRow, keepRuns, type NamedArm } from './planned-runs.ts';
import { storable } from './storable.ts';

/** Which run is to be judged again, by which model, and how it is shown to it. */
export interface ToJudge {
  readonly run: string;
  readonly model: string;
  readonly shown: Judged['shown'];
  /** For a verdict that is timed. */
  readonly seconds?: number | undefined;
  readonly by: string;
}

export type JudgedAgain =
  | { readonly ok: true; readonly run: string; readonly experiment: string; readonly arm: string }
  | { readonly ok: false; readonly why: string };

/**
 * Has a finished run judged again by a model, in an arm of its experiment that is named after the judged arm, how it is
 * shown, and the judge. Of a run that itself judges another, the transcript is meant.
 */
export async function judgeAgain(means: Means, asked: ToJudge): Promise<JudgedAgain> {
  return means.database.$transaction(async (reach) => {
    const found = await transcriptOf(reach, asked.run);
    if (!found) return { ok: false, why: `there is no run ${asked.run}` };
    if (found.endedAt === null) return { ok: false, why: notOver(found.id) };
    const named = await armFor(reach, means, found, asked);
    const run = await keepRun(reach, means, { found, named, asked });
    const { experiment } = found;
    const detail = { run, model: asked.model, shown: asked.shown };
    await reach.audit.create({
      data: { at: means.clock(), who: storable(asked.by), what: 'run judged again', subject: found.id, detail },
    });
    return { ok: true, run, experiment: experiment.name, arm: named.arm.name };
  });
}

const WITH = { experiment: true, arm: true, question: true } satisfies Prisma.RunInclude;
type Found = Prisma.RunGetPayload<{ include: typeof WITH }>;

async function transcriptOf(reach: Reach, id: string): Promise<Found | null> {
  const run = await reach.run.findUnique({ where: { id }, include: WITH });
  const judged = run?.judgedRunId ?? id;
  return judged === id ? run : reach.run.findUnique({ where: { id: judged }, include: WITH });
}

/** The arm of those who judge so, made if this is the first. */
async function armFor(reach: Reach, { ids }: Means, { experiment, arm }: Found, asked: ToJudge): Promise<NamedArm> {
  // Two that are asked for at once are to share it.
  await reach.$queryRaw`select 1 from experiment where id = ${experiment.id} for update`;
  const planned = plannedArm(arm, asked);
  const before = await reach.arm.findUnique({
    where: { experimentId_name: { experimentId: experiment.id, name: storable(planned.name) } },
  });
  if (before) return { id: before.id, arm: planned };
  const named = { id: ids(), arm: planned };
  const position = await reach.arm.count({ where: { experimentId: experiment.id } });
  await reach.arm.create({ data: armRow(named, experiment.id, position) });
  return named;
}

function plannedArm(judged: Found['arm'], { model, shown, seconds }: ToJudge): PlannedArm {
  const how = seconds === undefined ? shown : `${shown} ${seconds} s`;
  const [protocol, version, options] = [judged.protocol, judged.protocolVersion, objectIn(judged.options)];
  const seats = { judge: model };
  return {
    name: `${judged.name} · again · ${how} · ${model}`,
    ...{ protocol, version, options, seats },
    hash: hash(canonical([protocol, version, options, seats, how])),
  };
}

interface Keeping {
  readonly found: Found;
  readonly named: NamedArm;
  readonly asked: ToJudge;
}

async function keepRun(reach: Reach, means: Means, { found, named, asked }: Keeping): Promise<string> {
  const { question, experiment, sides, listed, choices } = found;
  const { shown, seconds, model } = asked;
  const id = means.ids();
  const before = await reach.run.count({ where: { armId: named.id, questionId: question.id } });
  const run = {
    id,
    arm: named.arm.name,
    questionId: question.id,
    replicate: before + 1,
    setup: { options: question.options, judges: 1, shown, ...(seconds !== undefined && { seconds }) },
    seats: { judge: { kind: 'model', model } as const },
    orders: { sides, listed, choices },
    seed: seedFrom(found.seed, 'judged again', named.arm.name, String(before)) & 0x7fffffff,
    judged: { run: found.id, shown },
  };
  const keeping = { means, experimentId: experiment.id, at: means.clock() };
  await keepRuns(reach, keeping, new Map([[run.arm, named]]), [run]);
  return id;
}

function objectIn(kept: Prisma.JsonValue): object {
  return typeof kept === 'object' && kept !== null ? kept : {};
}
