import { Prisma } from '../generated/client.ts';
import type { Page, Paging } from './browse.ts';
import type { Database } from './database.ts';
import type { ListedRun } from './lists.ts';
import { STATE, type RunState } from './state.ts';

/** An experiment as it was frozen, and how far each arm is. */
export interface ExperimentHead {
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly people: 'people' | 'simulated';
  readonly startedAt: Date;
  readonly file: string;
  readonly hash: string;
  readonly capCalls: number | null;
  readonly capUsd: number | null;
  readonly arms: readonly {
    readonly name: string;
    readonly protocol: string;
    readonly version: string;
    readonly runs: number;
    readonly ended: number;
  }[];
}

export async function experimentHead(database: Database, name: string): Promise<ExperimentHead | undefined> {
  const [head] = await database.$queryRaw<ExperimentHead[]>`
    select e.name, e.plan -> 'file' ->> 'title' as title, e.plan -> 'file' ->> 'description' as description, e.people,
      e.started_at as "startedAt", e.file, e.hash, e.cap_calls as "capCalls", e.cap_usd::float8 as "capUsd",
      (select json_agg(json_build_object('name', a.name, 'protocol', a.protocol, 'version', a.protocol_version,
          'runs', (select count(*) from run where run.arm_id = a.id),
          'ended', (select count(*) from run where run.arm_id = a.id and run.ended_at is not null)) order by a.position)
        from arm a where a.experiment_id = e.id) as arms
    from experiment e where e.name = ${name}`;
  return head;
}

/** A run as it is listed on a page: with its question's words, and the seats whose player is simulated. */
export interface BrowsedRun extends ListedRun {
  readonly prompt: string;
  readonly simulatedSeats: readonly string[];
}

/** The runs of an experiment in some state or arm, those that need somebody first. */
export async function browseRuns(
  database: Database,
  experiment: string,
  { state, arm, page, size }: Paging & { readonly state: RunState | undefined; readonly arm: string | undefined },
): Promise<Page<BrowsedRun>> {
  const all = Prisma.sql`
    select run.id, arm.name as arm, arm.position, question.key as question, question.prompt, run.replicate, ${STATE} as state,
      run.awaits, run.simulated_seats as "simulatedSeats", run.move_count as moves, run.started_at as "startedAt",
      run.ended_at as "endedAt"
    from experiment join run on run.experiment_id = experiment.id join arm on arm.id = run.arm_id
      join question on question.id = run.question_id
    where experiment.name = ${experiment} and ${arm === undefined ? Prisma.sql`true` : Prisma.sql`arm.name = ${arm}`}`;
  const which = state === undefined ? Prisma.sql`true` : Prisma.sql`state = ${state}`;
  const rows = await database.$queryRaw<(BrowsedRun & { readonly total: number })[]>`
    select *, count(*) over ()::int as total from (${all}) runs where ${which}
    order by state <> 'failed', position, question, replicate limit ${size} offset ${(page - 1) * size}`;
  return { total: rows[0]?.total ?? 0, rows };
}

/** What was decided about a run, oldest first. */
export interface AuditEntry {
  readonly at: Date;
  readonly who: string;
  readonly what: string;
  readonly detail: object;
}

export async function auditOf(database: Database, subject: string): Promise<readonly AuditEntry[]> {
  const rows = await database.audit.findMany({ where: { subject }, orderBy: { id: 'asc' } });
  return rows.map(({ at, who, what, detail }) => ({ at, who, what, detail: objectOr(detail) }));
}

function objectOr(detail: unknown): object {
  return typeof detail === 'object' && detail !== null ? detail : {};
}

/** Notes for the audit what somebody did. */
export async function audit(database: Database, entry: AuditEntry & { readonly subject: string }): Promise<void> {
  await database.audit.create({ data: { ...entry, detail: { ...entry.detail } } });
}
