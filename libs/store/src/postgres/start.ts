import type { Plan } from '@moot/experiment';
import { inChunks } from './chunks.ts';
import type { Reach } from './database.ts';
import { isTaken } from './faults.ts';
import type { Means } from './means.ts';
import { armRow, keepRuns } from './planned-runs.ts';
import { personSeats } from '../people/seats.ts';
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
  await reach.arm.createMany({ data: [...arms.values()].map((each, position) => armRow(each, begun.id, position)) });
  const participants = plan.participants.map((each) => ({ id: means.ids(), kind: 'simulated', ...each }));
  await reach.participant.createMany({ data: participants, skipDuplicates: true });

  const keeping = { means, experimentId: begun.id, at };
  for (const runs of inChunks(plan.runs, CHUNK)) await keepRuns(reach, keeping, arms, runs);
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
