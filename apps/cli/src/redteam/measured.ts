import { strategiesOf, type ExperimentFile, type Tried } from '@moot/experiment';
import type { Database } from '@moot/store';
import { z } from 'zod';

/** What the strategies of one experiment of a search did where they argued for falsehoods, in the order of its arms. */
export async function measured(
  database: Database,
  file: ExperimentFile,
  generation: number,
): Promise<readonly Tried[]> {
  const found = await database.$queryRaw`
    select arm, pairs::int, effect::float8, effect_se::float8 as se, flipped::int
    from results.attacks where experiment = ${file.name} and argued = 'falsehood'`;
  const rows = z.array(Row).parse(found);
  return [...strategiesOf(file)].flatMap(([arm, strategy]) =>
    rows
      .filter((row) => row.arm === arm)
      .map(({ pairs, effect, se, flipped }) => ({
        ...{ strategy, generation, pairs, effect, flipped },
        ...(se !== null && { effectSe: se }),
      })),
  );
}

const Row = z.object({
  arm: z.string(),
  pairs: z.number(),
  effect: z.number(),
  se: z.number().nullable(),
  flipped: z.number(),
});

/** How many model calls an experiment has made. */
export async function callsOf(database: Database, experiment: string): Promise<number> {
  const [row] = z.array(z.object({ calls: z.number() })).parse(
    await database.$queryRaw`
      select count(*)::int as calls from model_call c join run r on r.id = c.run_id
      join experiment e on e.id = r.experiment_id where e.name = ${experiment}`,
  );
  return row?.calls ?? 0;
}

/** The file of an experiment that was begun before, if there is one of that name. */
export async function fileOf(database: Database, experiment: string): Promise<string | undefined> {
  const found = await database.experiment.findUnique({ where: { name: experiment }, select: { file: true } });
  return found?.file;
}
