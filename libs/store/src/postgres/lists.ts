import { Prisma } from '../generated/client.ts';
import type { Database } from './database.ts';
import { STATE, type RunState } from './state.ts';

/** A data set as it is listed. */
export interface ListedDataset {
  readonly name: string;
  readonly format: string;
  readonly licence: string | null;
  readonly origin: string | null;
  readonly questions: number;
  readonly sources: number;
  readonly createdAt: Date;
}

export async function listDatasets(database: Database): Promise<readonly ListedDataset[]> {
  const rows = await database.dataset.findMany({
    orderBy: { createdAt: 'asc' },
    include: { _count: { select: { questions: true, sources: true } } },
  });
  return rows.map(({ name, format, licence, origin, createdAt, _count }) => ({
    name,
    format,
    licence,
    origin,
    ..._count,
    createdAt,
  }));
}

/** How far an experiment is: its runs by state, and all moves so far. */
export interface Progress extends Readonly<Record<RunState, number>> {
  readonly runs: number;
  readonly moves: number;
}

export interface ListedExperiment extends Progress {
  readonly name: string;
  readonly title: string | null;
  readonly people: 'people' | 'simulated';
  readonly startedAt: Date;
}

export async function listExperiments(database: Database): Promise<readonly ListedExperiment[]> {
  return database.$queryRaw<ListedExperiment[]>`
    select experiment.name, experiment.plan -> 'file' ->> 'title' as title, experiment.people, experiment.started_at as "startedAt", ${COUNTS}
    from experiment left join lateral (${STATES}) run on true
    group by experiment.id order by experiment.started_at, experiment.name`;
}

/** How far the experiment of that name is; undefined if there is none. Cheap enough to be asked every second. */
export async function progressOf(database: Database, name: string): Promise<Progress | undefined> {
  const [progress] = await database.$queryRaw<Progress[]>`
    select ${COUNTS} from experiment left join lateral (${STATES}) run on true
    where experiment.name = ${name} group by experiment.id`;
  return progress;
}

/** What the model calls of an experiment have come to. */
export interface Spent {
  readonly calls: number;
  /** In US dollars, as far as prices are known. */
  readonly usd: number;
}

export async function spentIn(database: Database, name: string): Promise<Spent> {
  const [spent] = await database.$queryRaw<Spent[]>`
    select count(*)::int as calls, coalesce(sum(call.cost_usd), 0)::float8 as usd
    from experiment join run on run.experiment_id = experiment.id join model_call call on call.run_id = run.id
    where experiment.name = ${name}`;
  return spent ?? { calls: 0, usd: 0 };
}

export interface ListedRun {
  readonly id: string;
  readonly arm: string;
  readonly question: string;
  readonly replicate: number;
  readonly state: RunState;
  /** The seats of people for whom it waits. */
  readonly awaits: readonly string[];
  readonly moves: number;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

/** The runs of an experiment, by arm and question. */
export async function listRuns(database: Database, experiment: string): Promise<readonly ListedRun[]> {
  return database.$queryRaw<ListedRun[]>`
    select run.id, arm.name as arm, question.key as question, run.replicate, ${STATE} as state, run.awaits,
      run.move_count as moves, run.started_at as "startedAt", run.ended_at as "endedAt"
    from experiment
      join run on run.experiment_id = experiment.id join arm on arm.id = run.arm_id
      join question on question.id = run.question_id
    where experiment.name = ${experiment}
    order by arm.position, question.key, run.replicate`;
}

export interface ListedJudge {
  readonly judge: string;
  readonly kind: string;
  readonly model: string | null;
  readonly verdicts: number;
  readonly abstained: number;
  readonly lastAt: Date;
}

export async function listJudges(database: Database): Promise<readonly ListedJudge[]> {
  return database.$queryRaw<ListedJudge[]>`
    select judge, judge_kind as kind, judge_model as model, count(*)::int as verdicts,
      count(*) filter (where abstained)::int as abstained, max(submitted_at) as "lastAt"
    from results.verdicts_all group by judge, judge_kind, judge_model order by judge, judge_kind, judge_model`;
}

const STATES = Prisma.sql`select run.move_count, ${STATE} as state from run where run.experiment_id = experiment.id`;

const COUNTS = Prisma.sql`
  count(run.state)::int as runs,
  count(*) filter (where run.state = 'ended')::int as ended,
  count(*) filter (where run.state = 'failed')::int as failed,
  count(*) filter (where run.state = 'waiting')::int as waiting,
  count(*) filter (where run.state = 'running')::int as running,
  coalesce(sum(run.move_count), 0)::int as moves`;
