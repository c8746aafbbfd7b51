import { wilson } from '@moot/stats';
import type { Database } from '@moot/store';
import { z } from 'zod';
import { tableOf, type Cell } from './table.ts';
import { block } from './text.ts';

const Row = z.object({
  arm: z.string(),
  protocol: z.string(),
  verdicts: z.number(),
  counted: z.number(),
  right: z.coerce.number(),
  ties: z.number(),
  abstained: z.number(),
  brier: z.coerce.number().nullable(),
  bits: z.coerce.number().nullable(),
  usd: z.coerce.number().nullable(),
  synthetic: z.number(),
  simulated: z.array(z.string()),
});
type ArmResult = z.output<typeof Row>;

export interface Comparison {
  readonly arms: readonly ArmResult[];
  readonly text: string;
}

/** The arms of an experiment side by side, in the order of its file: accuracy with its Wilson interval, scores, cost. */
export async function comparison(database: Database, experiment: string, width?: number): Promise<Comparison> {
  const found = await database.$queryRaw`
    select a.name as arm, a.protocol, count(v.run_id)::int as verdicts, count(v.correct)::int as counted,
      coalesce(sum(v.correct), 0)::text as right, (count(*) filter (where v.tie))::int as ties,
      (count(*) filter (where v.abstained))::int as abstained, avg(v.brier)::text as brier,
      avg(v.log_score_bits)::text as bits,
      (select sum(c.cost_usd) from model_call c join run on run.id = c.run_id where run.arm_id = a.id)::text as usd,
      (count(*) filter (where v.synthetic))::int as synthetic,
      array(select distinct unnest(run.simulated_seats) from run where run.arm_id = a.id order by 1) as simulated
    from experiment e
    join arm a on a.experiment_id = e.id
    left join results.verdicts_all v on v.experiment = e.name and v.arm = a.name
    where e.name = ${experiment}
    group by a.id order by a.position`;
  const arms = z.array(Row).parse(found);
  return { arms, text: textOf(arms, width) };
}

interface Column {
  readonly head: string;
  readonly cell: (arm: ArmResult) => Cell;
  /** Left out where no arm has anything to say in it. */
  readonly isNeeded?: (arm: ArmResult) => boolean;
}

const COLUMNS: readonly Column[] = [
  { head: 'arm', cell: ({ arm }) => arm },
  { head: 'protocol', cell: ({ protocol }) => protocol },
  { head: 'verdicts', cell: ({ verdicts }) => verdicts },
  { head: 'accuracy', cell: ({ right, counted }) => (counted === 0 ? '–' : percent(right / counted)) },
  { head: '95 % interval', cell: interval },
  { head: 'ties', cell: ({ ties }) => ties, isNeeded: ({ ties }) => ties > 0 },
  { head: 'abstained', cell: ({ abstained }) => abstained, isNeeded: ({ abstained }) => abstained > 0 },
  { head: 'Brier', cell: ({ brier }) => brier?.toFixed(3) ?? '–' },
  { head: 'bits', cell: ({ bits }) => bits?.toFixed(2) ?? '–' },
  { head: 'USD', cell: ({ usd }) => (usd ?? 0).toFixed(2), isNeeded: ({ usd }) => (usd ?? 0) > 0 },
];

function textOf(arms: readonly ArmResult[], width: number | undefined): string {
  const columns = COLUMNS.filter(({ isNeeded }) => !isNeeded || arms.some(isNeeded));
  const table = tableOf(
    columns.map(({ head }) => head),
    arms.map((arm) => columns.map(({ cell }) => cell(arm))),
    width,
  );
  return [table, '', ...notes(arms).map((note) => block(note, width, 0))].join('\n');
}

function notes(arms: readonly ArmResult[]): readonly string[] {
  const measures =
    'Accuracy counts a tie as half and leaves abstentions out; Wilson interval, each verdict by itself. Bits: mean log2 of the probability given to the true option.';
  const simulated = arms.filter((each) => each.synthetic > 0 || each.simulated.length > 0);
  if (simulated.length === 0) return [measures];
  const seats = simulated.map((each) => `${each.arm} (${each.simulated.join(', ')})`).join(', ');
  return [
    measures,
    `Simulated players sat in ${seats}: these numbers show that the engine works, not what people or models would do.`,
  ];
}

function interval({ right, counted }: ArmResult): string {
  const found = wilson(right, counted);
  return found ? `${percent(found.low)} to ${percent(found.high)}` : '–';
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
