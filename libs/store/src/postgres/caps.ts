import type { Call, TurnRef, World } from '@moot/runner';
import { Prisma } from '../generated/client.ts';
import { isOf } from './calls.ts';
import type { Database } from './database.ts';
import { persistently } from './faults.ts';
import { numeric } from './numeric.ts';

/** Reserves calls within the caps of experiments. Caps are frozen, so that a run without them is looked up once. */
export function reserving(database: Database, mostKnown: number): World['reserve'] {
  const uncapped = new Set<string>();

  return async (turn, usd) => {
    if (uncapped.has(turn.run)) return { ok: true };
    const found = await persistently(() => reserve(database, turn, usd));
    if (found) return found.isAllowed ? { ok: true } : { ok: false, words: refusal(found) };
    uncapped.add(turn.run);
    for (const oldest of uncapped) if (uncapped.size > mostKnown) uncapped.delete(oldest);
    return { ok: true };
  };
}

/**
 * Counts a call and sets aside what it may cost at most, if the caps of its experiment allow it. One statement changes the
 * experiment's row under its own condition, so that no number of workers can pass a cap together. What was set aside for
 * the same turn before, by a process that died, is given back. Undefined where there are no caps.
 */
async function reserve(database: Database, turn: TurnRef, usd: number): Promise<Allowance | undefined> {
  const { run, seat, kind, at, version } = turn;
  const worst = numeric(usd);
  const [found] = await database.$queryRaw<Allowance[]>`
    with capped as (
      select e.id, e.cap_calls, e.cap_usd from experiment e join run on run.experiment_id = e.id
      where run.id = ${run} and (e.cap_calls is not null or e.cap_usd is not null)
    ), old as (
      select coalesce(sum(usd), 0) as usd from reservation where ${isOf(turn)}
    ), allowed as (
      update experiment e set calls_made = e.calls_made + 1, usd_set_aside = greatest(0, e.usd_set_aside - old.usd) + ${worst}
      from capped, old
      where e.id = capped.id and e.calls_made < coalesce(e.cap_calls, e.calls_made + 1)
        and (e.cap_usd is null or e.usd_spent + greatest(0, e.usd_set_aside - old.usd) + ${worst} <= e.cap_usd)
      returning e.id
    ), kept as (
      insert into reservation (run_id, seat, kind, at, version, usd)
      select ${run}, ${seat}, ${kind}, ${at}, ${version}, ${worst} from allowed
      on conflict (run_id, seat, kind, at, version) do update set usd = excluded.usd
    )
    select cap_calls as calls, cap_usd::float8 as usd, exists (select from allowed) as "isAllowed" from capped`;
  return found;
}

interface Allowance {
  readonly calls: number | null;
  readonly usd: number | null;
  readonly isAllowed: boolean;
}

function refusal({ calls, usd }: Allowance): string {
  const caps = [...(calls === null ? [] : [`${calls} calls`]), ...(usd === null ? [] : [`${usd} USD`])];
  return `this call could pass the cap of the experiment (${caps.join(', ')}), so it was not made; pass the turn, or start an experiment with a higher cap`;
}

/** SQL that settles what was set aside for a call: its real cost is spent, the rest is free again. */
export function settled({ turn, costUsd = 0 }: Call): Prisma.Sql {
  return Prisma.sql`
    settled as (delete from reservation where ${isOf(turn)} returning usd),
    spent as (
      update experiment set usd_set_aside = greatest(0, usd_set_aside - settled.usd), usd_spent = usd_spent + ${numeric(costUsd)}
      from settled where experiment.id = (select experiment_id from run where id = ${turn.run})
    )`;
}
