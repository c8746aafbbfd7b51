import type { Plan, PlannedRun, Sitter } from '@moot/experiment';
import { dueAtStart, type Run } from '@moot/runner';
import type { Prisma } from '../generated/client.ts';
import { addJobs } from '../jobs/queue.ts';
import { refTo } from '../jobs/turn-ref.ts';
import { isSimulated } from '../results/derived.ts';
import { inChunks } from './chunks.ts';
import type { Reach } from './database.ts';
import { isTaken } from './faults.ts';
import { awaited } from './keep-move.ts';
import type { Means } from './means.ts';
import { hasPeople, personSeats } from '../people/seats.ts';
import { storable, storableObject } from './storable.ts';

export type Started = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: string };

/** Who starts an experiment, and under which id: with the same one it is started once, however often it is asked for. */
export interface Asked {
  readonly by?: string;
  readonly id?: string;
}

/** Starts an experiment: all its runs, with the jobs of their first turns, or, if its name is taken, nothing. `file` is its text as given. */
export async function startExperiment(means: Means, plan: Plan, file: string, asked: Asked = {}): Promise<Started> {
  const { by = 'researcher', id = means.ids() } = asked;
  const begun = { means, plan, file, by, id, at: means.clock() };
  try {
    await means.database.$transaction((reach) => insertAll(reach, begun), { timeout: 15 * 60_000 });
    return { ok: true, id: begun.id };
  } catch (thrown) {
    if (!isTaken(thrown)) throw thrown;
    const before = await means.database.experiment.findFirst({
      where: { OR: [{ name: plan.name }, ...(asked.id === undefined ? [] : [{ id: asked.id }])] },
    });
    if (!before) throw thrown;
    const isSame = before.id === asked.id && before.hash === plan.hash && before.people === plan.people;
    if (isSame) return { ok: true, id: before.id };
    const when = before.startedAt.toISOString().slice(0, 16).replace('T', ' ');
    return {
      ok: false,
      why: `an experiment named ${before.name} was started on ${when} UTC; give this one another name`,
    };
  }
}

interface Begun {
  readonly means: Means;
  readonly plan: Plan;
  readonly file: string;
  readonly by: string;
  readonly id: string;
  readonly at: Date;
}

async function insertAll(reach: Reach, begun: Begun): Promise<void> {
  const { means, plan, at } = begun;
  const arms = new Map(plan.arms.map((arm) => [arm.name, { id: means.ids(), arm }]));
  await insertExperiment(reach, begun);
  await reach.arm.createMany({ data: [...arms.values()].map((each, position) => armRow(each, begun, position)) });
  const participants = plan.participants.map((each) => ({ id: means.ids(), kind: 'simulated', ...each }));
  await reach.participant.createMany({ data: participants, skipDuplicates: true });

  for (const runs of inChunks(plan.runs, CHUNK)) {
    const opened = runs.map((run) => openedFor(run, arms.get(run.arm), means));
    await reach.run.createMany({ data: opened.map((each) => runRow(each, begun)) });
    const jobs = opened
      .filter(({ run }) => !hasPeople(run.seats))
      .flatMap(({ run }) => dueAtStart(run).map((turn) => refTo(run.id, turn)));
    if (jobs.length > 0) await reach.$queryRaw(addJobs(jobs));
  }
  await reach.personSeat.createMany({ data: personSeats(plan).map((seat) => ({ ...seat, experimentId: begun.id })) });

  const detail = { runs: plan.runs.length, people: plan.people };
  await reach.audit.create({
    data: { at, who: storable(begun.by), what: 'experiment started', subject: begun.id, detail },
  });
}

const CHUNK = 200;

async function insertExperiment(reach: Reach, { id, plan, file, at }: Begun): Promise<void> {
  const { name, seed, hash, people, arms } = plan;
  const { calls, usd } = plan.file.caps;
  const frozen = storableObject({ file: plan.file, arms });
  await reach.experiment.create({
    data: {
      id,
      name,
      seed,
      hash,
      people,
      file: storable(file),
      plan: frozen,
      startedAt: at,
      capCalls: calls ?? null,
      capUsd: usd ?? null,
    },
  });
}

interface NamedArm {
  readonly id: string;
  readonly arm: Plan['arms'][number];
}

function armRow({ id, arm }: NamedArm, { id: experimentId }: Begun, position: number): Prisma.ArmCreateManyInput {
  const { name, protocol, version, options, seats, hash } = arm;
  return {
    id,
    experimentId,
    name,
    position,
    protocol,
    protocolVersion: version,
    options: storableObject(options),
    seats: storableObject(seats),
    hash,
  };
}

interface Opened {
  readonly planned: PlannedRun;
  readonly armId: string;
  readonly run: Run;
}

function openedFor(planned: PlannedRun, named: NamedArm | undefined, { openTable }: Means): Opened {
  const { id, arm, seats, seed, setup } = planned;
  if (!named) throw new Error(`run ${id}: there is no arm ${arm} in the plan`);
  const { protocol, version } = named.arm;
  return { planned, armId: named.id, run: { id, seats, seed, table: openTable(protocol, version, setup, []) } };
}

function runRow({ planned, armId, run }: Opened, { id: experimentId, at }: Begun): Prisma.RunCreateManyInput {
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
    simulatedSeats: simulatedIn(planned.seats),
  };
}

function simulatedIn(seats: Readonly<Record<string, Sitter>>): string[] {
  return Object.entries(seats).flatMap(([seat, sitter]) =>
    sitter.kind === 'script' || (sitter.kind === 'model' && isSimulated(sitter.model)) ? [seat] : [],
  );
}
