import type { Message } from '@moot/protocol';
import type { Alternatives, Attempts, AttemptStatus, Call, TurnRef } from '@moot/runner';
import { Prisma } from '../generated/client.ts';
import { settled } from './caps.ts';
import type { Means } from './means.ts';
import { numeric } from './numeric.ts';
import { storable, storableJson } from './storable.ts';

/** The attempts at a turn since it last failed and was retried, oldest first, and how many there were before. */
export async function callsOf({ database }: Pick<Means, 'database'>, turn: TurnRef): Promise<Attempts> {
  const rows = await database.$queryRaw<(Earlier & (CallRow | NoCallRow))[]>`
    select since.earlier, attempt, part, alternatives, model, reported_model, simulated, prompt_hash, messages, reply, sent, status, cause, fault,
      prompt_tokens, reply_tokens, tokens_estimated, cost_usd::float8 as cost_usd, ms, request_id, fingerprint, retry_after
    from (select coalesce(max(calls_before), 0) as earlier from failure where ${isOf(turn)} and settled_how = 'retried') since
      left join model_call on ${isOf(turn)} and attempt > since.earlier
    order by attempt`;
  const calls = rows.flatMap((row) => (row.attempt === null ? [] : [callOf(row, turn)]));
  return { earlier: rows[0]?.earlier ?? 0, calls };
}

/**
 * Keeps an attempt, and that the seat is simulated if the simulator replied. Kept again, its fault is added. Where somebody
 * else's attempt has that number already, as when a turn was taken by two, it gets the next.
 */
export async function keepCall(means: Pick<Means, 'database' | 'clock'>, call: Call): Promise<void> {
  const at = means.clock();
  const count = await means.database.$executeRaw`
    with marked as (${mark(call, at)}), ${settled(call)}
    ${insert(call, at)}
    on conflict (run_id, seat, kind, at, version, attempt) do update set fault = coalesce(excluded.fault, model_call.fault)
      where model_call.part = excluded.part and model_call.ms = excluded.ms and model_call.reply = excluded.reply`;
  if (count === 0) await keepCall(means, { ...call, attempt: call.attempt + 1 });
}

/** That a move or call is about a turn. */
export function isOf({ run, seat, kind, at, version }: TurnRef): Prisma.Sql {
  return Prisma.sql`run_id = ${run} and seat = ${seat} and kind = ${kind} and at = ${at} and version = ${version}`;
}

/** Touches the run only when there is something new: its row is what moves wait for. */
function mark({ turn, simulated, ms }: Call, at: Date): Prisma.Sql {
  const began = new Date(at.getTime() - ms);
  const isNew = Prisma.sql`(${simulated} and ${turn.seat} <> all (simulated_seats))`;
  return Prisma.sql`
    update run set started_at = coalesce(started_at, ${began}),
      simulated_seats = case when ${isNew} then array_append(simulated_seats, ${turn.seat}) else simulated_seats end
    where id = ${turn.run} and (started_at is null or ${isNew})`;
}

function insert({ turn, usage, reported, ...call }: Call, at: Date): Prisma.Sql {
  const { run, seat, kind, at: place, version } = turn;
  return Prisma.sql`
    insert into model_call (run_id, seat, kind, at, version, attempt, part, alternatives, made_at, ms,
      model, reported_model, simulated, prompt_hash, messages, reply, sent, status, cause, fault,
      prompt_tokens, reply_tokens, tokens_estimated, cost_usd, request_id, fingerprint, retry_after)
    values (${run}, ${seat}, ${kind}, ${place}, ${version}, ${call.attempt}, ${call.part},
      ${call.alternatives ? json(call.alternatives) : null}, ${at}, ${call.ms}::int,
      ${call.model}, ${text(reported?.model)}, ${call.simulated}, ${call.promptHash}, ${json(call.messages)},
      ${storable(call.text)}, ${json(call.sent)}, ${call.status}, ${text(call.cause)}, ${text(call.fault)},
      ${usage?.promptTokens ?? null}::int, ${usage?.replyTokens ?? null}::int, ${usage?.isEstimated ?? false},
      ${numeric(call.costUsd)}, ${text(reported?.requestId)}, ${text(reported?.fingerprint)},
      ${call.retryAfter ?? null}::int)`;
}

function text(value: string | undefined): string | null {
  return value === undefined ? null : storable(value);
}

function json(value: unknown): Prisma.Sql {
  return Prisma.sql`${JSON.stringify(storableJson(value))}::jsonb`;
}

interface Earlier {
  readonly earlier: number;
}

/** What stands in the place of calls where there are none. */
interface NoCallRow {
  readonly attempt: null;
}

interface CallRow {
  readonly attempt: number;
  readonly part: string;
  readonly alternatives: readonly Alternatives[] | null;
  readonly model: string;
  readonly reported_model: string | null;
  readonly simulated: boolean;
  readonly prompt_hash: string;
  readonly messages: readonly Message[];
  readonly reply: string;
  readonly sent: Readonly<Record<string, unknown>>;
  readonly status: AttemptStatus;
  readonly cause: string | null;
  readonly fault: string | null;
  readonly prompt_tokens: number | null;
  readonly reply_tokens: number | null;
  readonly tokens_estimated: boolean;
  readonly cost_usd: number | null;
  readonly ms: number;
  readonly request_id: string | null;
  readonly fingerprint: string | null;
  readonly retry_after: number | null;
}

function callOf(row: CallRow, turn: TurnRef): Call {
  return {
    turn,
    part: row.part,
    attempt: row.attempt,
    model: row.model,
    messages: row.messages,
    promptHash: row.prompt_hash,
    status: row.status,
    text: row.reply,
    ms: row.ms,
    sent: row.sent,
    simulated: row.simulated,
    ...(row.alternatives !== null && { alternatives: row.alternatives }),
    ...(row.cause !== null && { cause: row.cause }),
    ...(row.fault !== null && { fault: row.fault }),
    ...(row.retry_after !== null && { retryAfter: row.retry_after }),
    ...(row.cost_usd !== null && { costUsd: row.cost_usd }),
    ...usageOf(row),
    ...reportedOf(row),
  };
}

function usageOf(row: CallRow): Pick<Call, 'usage'> {
  const { prompt_tokens: promptTokens, reply_tokens: replyTokens } = row;
  if (promptTokens === null || replyTokens === null) return {};
  return { usage: { promptTokens, replyTokens, ...(row.tokens_estimated && { isEstimated: true as const }) } };
}

function reportedOf(row: CallRow): Pick<Call, 'reported'> {
  const reported = {
    ...(row.reported_model !== null && { model: row.reported_model }),
    ...(row.request_id !== null && { requestId: row.request_id }),
    ...(row.fingerprint !== null && { fingerprint: row.fingerprint }),
  };
  return Object.keys(reported).length === 0 ? {} : { reported };
}
