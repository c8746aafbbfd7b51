import { wilson } from '@moot/stats';
import type { Database } from '@moot/store';
import type { Results } from '@moot/wire';
import { z } from 'zod';

const Row = z.object({
  arm: z.string(),
  protocol: z.string(),
  verdicts: z.coerce.number(),
  judges: z.coerce.number(),
  abstained: z.coerce.number(),
  counted: z.coerce.number(),
  right: z.coerce.number().nullable(),
  mean_p_correct: z.coerce.number().nullable(),
  brier: z.coerce.number().nullable(),
  chance: z.coerce.number().nullable(),
  simulated: z.coerce.number(),
  /** Once each, as the runs have them. */
  simulated_seats: z.array(z.array(z.string())),
});

/** The arms of an experiment that have verdicts, each with its accuracy and interval, and the query that the numbers come from. */
export async function resultsOf(database: Database, experiment: string): Promise<Results> {
  const sql = sqlFor(experiment);
  const rows = z.array(Row).parse(await database.$queryRawUnsafe(sql));
  return { arms: rows.map(armResult), sql, method: METHOD };
}

/** What a researcher can run as it stands, and what these numbers come from. Names of experiments have letters, digits and hyphens only. */
function sqlFor(experiment: string): string {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(experiment)) throw new Error(`${experiment} is no name of an experiment`);
  return `select arm, min(protocol) as protocol, count(*) as verdicts, count(distinct judge) as judges,
  count(*) filter (where abstained) as abstained, count(correct) as counted, sum(correct) as right,
  avg(p_correct) as mean_p_correct, avg(brier) as brier, avg(1.0 / nullif(cardinality(belief), 0)) as chance,
  count(*) filter (where synthetic) as simulated, jsonb_agg(distinct simulated_seats) as simulated_seats
from results.verdicts_all
where experiment = '${experiment}'
group by arm order by arm`;
}

const METHOD =
  'Accuracy is the share of verdicts in which the true answer got the highest probability; a tie counts as half, and abstentions are left out, those of abandoned runs among them. The interval is Wilson’s for a binomial share, at 95 percent, with each verdict by itself: verdicts of one judge or on one question are not independent, so a little more doubt than it shows is in place. The Brier score is the squared distance of the probability on the true answer from 1; lower is better.';

function armResult(row: z.output<typeof Row>): Results['arms'][number] {
  const { right, counted } = row;
  const interval = wilson(right ?? 0, counted);
  return {
    arm: row.arm,
    protocol: row.protocol,
    verdicts: row.verdicts,
    judges: row.judges,
    abstained: row.abstained,
    accuracy: counted === 0 || right === null ? null : right / counted,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    meanPCorrect: row.mean_p_correct,
    brier: row.brier,
    chance: row.chance,
    isSimulated: row.simulated > 0,
    simulatedSeats: [...new Set(row.simulated_seats.flat())].sort(),
  };
}
