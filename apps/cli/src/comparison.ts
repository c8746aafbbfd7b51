import type { Engine } from '@moot/server';
import { wilson } from '@moot/stats';
import { z } from 'zod';
import { tableOf } from './output.ts';

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
export async function comparison({ means }: Engine, experiment: string): Promise<Comparison> {
  const found = await means.database.$queryRaw`
    select v.arm, v.protocol, count(*)::int as verdicts, count(v.correct)::int as counted, coalesce(sum(v.correct), 0)::text as right,
      (count(*) filter (where v.tie))::int as ties, (count(*) filter (where v.abstained))::int as abstained,
      avg(v.brier)::text as brier, avg(v.log_score_bits)::text as bits, sum(v.cost_agents_usd + v.cost_judge_usd)::text as usd,
      (count(*) filter (where v.synthetic))::int as synthetic,
      array(select distinct unnest(w.simulated_seats) from results.verdicts_all w where w.experiment = ${experiment} and w.arm = v.arm order by 1) as simulated
    from results.verdicts_all v
    join experiment e on e.name = v.experiment
    join arm a on a.experiment_id = e.id and a.name = v.arm
    where v.experiment = ${experiment}
    group by v.arm, v.protocol, a.position order by a.position`;
  const arms = z.array(Row).parse(found);
  return { arms, text: textOf(arms) };
}

function textOf(arms: readonly ArmResult[]): string {
  const head = [
    'arm',
    'protocol',
    'verdicts',
    'accuracy',
    '95 % interval',
    'ties',
    'abstained',
    'Brier',
    'bits',
    'USD',
    'simulated seats',
  ];
  const isSimulated = arms.some(({ synthetic, simulated }) => synthetic > 0 || simulated.length > 0);
  const notes = [
    'Accuracy counts a tie as half and leaves abstentions out; Wilson interval, each verdict by itself. Bits: mean log2 of the probability given to the true option.',
  ];
  if (isSimulated)
    notes.push(
      'Simulated players took part: these numbers show that the engine works, not what people or models would do.',
    );
  return [tableOf(head, arms.map(cells)), '', ...notes].join('\n');
}

function cells({ arm, protocol, verdicts, counted, right, ties, abstained, brier, bits, usd, simulated }: ArmResult) {
  const interval = wilson(right, counted);
  return [
    arm,
    protocol,
    verdicts,
    counted === 0 ? '–' : percent(right / counted),
    interval ? `${percent(interval.low)} to ${percent(interval.high)}` : '–',
    ties,
    abstained,
    brier?.toFixed(3) ?? '–',
    bits?.toFixed(2) ?? '–',
    (usd ?? 0).toFixed(2),
    simulated.join(', '),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
