import type { FinishedArm, FinishedRun } from '@moot/experiment';
import type { Database } from './database.ts';

/** The arms of all experiments that have transcripts of their own, with how many of their runs have ended. */
export async function finishedArms(database: Database): Promise<readonly FinishedArm[]> {
  return database.$queryRaw<FinishedArm[]>`
    select e.name as experiment, arm.name as arm, (count(run.ended_at))::int as ended
    from arm join experiment e on e.id = arm.experiment_id join run on run.arm_id = arm.id and run.judged_run_id is null
    group by e.id, arm.id order by e.name, arm.position`;
}

/** The finished runs of an arm, by question, the first ones first. */
export async function finishedRuns(
  database: Database,
  { experiment, arm }: { readonly experiment: string; readonly arm: string },
): Promise<readonly FinishedRun[]> {
  const rows = await database.run.findMany({
    where: {
      arm: { name: arm, experiment: { name: experiment } },
      endedAt: { not: null },
      judgedRunId: null,
      moves: { some: SAID },
    },
    include: { arm: true },
    orderBy: [{ questionId: 'asc' }, { replicate: 'asc' }],
  });
  return rows.map(({ id, questionId, sides, listed, choices, arm: { protocol, protocolVersion, options } }) => ({
    run: id,
    questionId,
    protocol,
    version: protocolVersion,
    options: typeof options === 'object' && options !== null ? options : {},
    orders: { sides, listed, choices },
  }));
}

/** Something that can be judged: of an abandoned run, nothing may have been said. */
const SAID = { passed: null, kind: { notIn: ['belief', 'verdict', 'charge'] } };
