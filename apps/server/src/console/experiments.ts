import { startExperiment, type ListedExperiment as Listed } from '@moot/store';
import { experimentHead, listInvitations, placesIn, progressOf, spentIn } from '@moot/store';
import type { Fault, Plan } from '@moot/experiment';
import type { CheckExperiment, Checked, ExperimentPage, FileFault, Invitation, StartedExperiment } from '@moot/wire';
import type { Engine } from '../engine.ts';
import { draftOf } from '../experiments/plan.ts';

const FILE = 'experiment.yaml';

/** Says what an experiment would be, or what is wrong with it. Nothing is started. */
export async function checked(engine: Engine, { text, people }: CheckExperiment): Promise<Checked> {
  const drafted = await draftOf(engine, { file: FILE, text, people });
  if (!drafted.ok) return { ok: false, faults: drafted.faults.map(shownFault) };
  const { plan, cautions } = drafted;
  return {
    ok: true,
    plan: {
      name: plan.name,
      title: plan.file.title ?? null,
      runs: plan.runs.length,
      judges: placesOf(plan),
      questions: new Set(plan.runs.map(({ questionId }) => questionId)).size,
      arms: plan.arms.map(({ name, protocol, version }) => ({
        name,
        protocol,
        version,
        runs: plan.runs.filter(({ arm }) => arm === name).length,
      })),
      cautions: [...cautions],
    },
  };
}

/** Freezes and starts an experiment; asked again with the same key, it has been started. */
export async function started(
  engine: Engine,
  { text, people, key }: CheckExperiment & { readonly key: string },
  by: string,
): Promise<StartedExperiment> {
  const drafted = await draftOf(engine, { file: FILE, text, people });
  if (!drafted.ok) return { ok: false, faults: drafted.faults.map(shownFault) };
  const { plan } = drafted;
  const begun = await startExperiment(engine.means, plan, text, { by, id: key });
  if (begun.ok) return { ok: true, name: plan.name };
  return { ok: false, faults: [{ line: null, column: null, field: 'name', why: begun.why }] };
}

function placesOf({ runs }: Plan): number {
  const slots = runs.flatMap(({ seats }) =>
    Object.values(seats).flatMap((sitter) =>
      sitter.kind === 'person' && sitter.slot !== undefined ? [sitter.slot] : [],
    ),
  );
  return new Set(slots).size;
}

function shownFault({ at, why }: Fault): FileFault {
  return { line: at.line ?? null, column: at.column ?? null, field: at.field ?? null, why };
}

/** An experiment's own page: what was frozen, how far it is, what it has cost. */
export async function experimentPage({ means }: Engine, name: string): Promise<ExperimentPage | undefined> {
  const { database } = means;
  const [head, progress, spent, places] = await Promise.all([
    experimentHead(database, name),
    progressOf(database, name),
    spentIn(database, name),
    placesIn(database, name),
  ]);
  if (!head || !progress) return undefined;
  const { capCalls, capUsd, startedAt, arms, ...rest } = head;
  return {
    ...rest,
    ...progress,
    arms: [...arms],
    startedAt: startedAt.toISOString(),
    spent,
    caps: { calls: capCalls, usd: capUsd },
    places: { total: places.total, taken: places.taken },
  };
}

export async function invitationsOf({ means }: Engine, name: string): Promise<readonly Invitation[]> {
  const listed = await listInvitations(means.database, name);
  return listed.map(({ createdAt, revokedAt, lastAt, ...rest }) => ({
    ...rest,
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    lastAt: lastAt?.toISOString() ?? null,
  }));
}

export function listedExperiment({ startedAt, ...rest }: Listed) {
  return { ...rest, startedAt: startedAt.toISOString() };
}
