import type { Prompt } from '@moot/protocol';
import { abandon, pass, retry, submit, type Change, type TurnRef } from '@moot/runner';
import type { Engine } from '@moot/server';
import { audit, beginRun, openFailures, whoSitsIn } from '@moot/store';
import { withWorld } from '../opened.ts';
import type { Output } from '../output.ts';
import { shown } from '../text.ts';
import { turnName } from '../turn-name.ts';
import { named, openTurn, runOf } from '../turns.ts';

type Kept = Pick<Engine, 'means' | 'world'>;

export interface SettleOptions {
  readonly turn?: string;
  readonly by: string;
  readonly why?: string;
}

/** Has the failed turns of a run taken again. */
export async function retryVerb(run: string, options: SettleOptions, output: Output): Promise<void> {
  await withWorld(async (kept) => {
    const { by, why } = options;
    for (const turn of await failedTurns(kept, run, options.turn)) {
      const isRetried = await retry(turn, { by, ...(why !== undefined && { why }) }, kept.world);
      output.line(`${turnName(turn)}: ${isRetried ? 'will be taken again' : 'was settled already'}`);
    }
  });
}

/** Gives up turns of a run, with the reason, so that it can go on: the failed ones, or the one that is named. */
export async function passVerb(
  run: string,
  options: SettleOptions & { readonly why: string },
  output: Output,
): Promise<void> {
  await withWorld(async (kept) => {
    for (const turn of await turnsToPass(kept, run, options.turn)) {
      told(await pass(turn, options, kept.world), turn);
      output.line(`${turnName(turn)}: passed`);
    }
  });
}

/** Gives up all that a run still waits for, with the reason, so that it ends. */
export async function abandonVerb(
  id: string,
  { by, why }: { readonly by: string; readonly why: string },
  output: Output,
): Promise<void> {
  await withWorld(async ({ world, means }) => {
    await runOf(world, id);
    const passed = await abandon(id, { by, why }, world);
    if (passed === 0) throw new Error(`run ${id} has ended already`);
    const entry = { at: means.clock(), who: by, what: 'run abandoned', subject: id, detail: { why, passed } };
    await audit(means.database, entry);
    output.line(`run ${id}: abandoned, ${passed} turns passed`);
  });
}

async function turnsToPass(kept: Kept, run: string, name: string | undefined): Promise<readonly TurnRef[]> {
  if (name === undefined) return failedTurns(kept, run, undefined);
  const { seat, kind, at, version } = openTurn(await runOf(kept.world, run), name);
  return [{ run, seat, kind, at, version }];
}

/** What a person says: as a model would reply to the same request, or the fields of the move. */
export interface SubmitOptions {
  readonly by: string;
  readonly reply?: string;
  readonly say?: string;
}

/** Takes a turn as a person. */
export async function submitVerb(id: string, name: string, options: SubmitOptions, output: Output): Promise<void> {
  const { by, reply, say } = options;
  if ((reply === undefined) === (say === undefined)) throw new Error('give --reply or --say, and not both');
  const fields = say === undefined ? undefined : objectIn(say);
  await withWorld(async ({ world, means }) => {
    const run = await runOf(world, id);
    await beginRun(means, run);
    const turn = openTurn(run, name, ({ seat }) => run.seats[seat]?.kind === 'person');
    const { seat, kind, at, version } = turn;
    const sitter = run.seats[seat];
    if (sitter?.kind !== 'person')
      throw new Error(
        `seat ${seat} of run ${id} is not a person's: ${sitter?.kind === 'model' ? sitter.model : 'a script'} sits there`,
      );
    const whose = await whoSitsIn(means.database, id, seat);
    if (whose !== undefined && whose !== by)
      throw new Error(`seat ${seat} of run ${id} is ${whose}'s, who took that place by an invitation`);
    const said = fields ?? (await saidIn(reply ?? '', run.table.prompt(turn)));
    told(await submit(id, { seat, kind, at, version, by: `person:${by}`, said }, world), turn);
    output.line(`${turnName(turn)}: kept`);
  });
}

/** What a reply says, read as a model's is. */
async function saidIn(reply: string, { reply: form }: Prompt): Promise<object> {
  const { readReply } = await import('@moot/agents');
  const read = readReply(form, { text: reply });
  if (read.ok) return read.said;
  throw new Error(`--reply cannot be taken: ${shown(read.fault)} moot show --turn says what is asked for`);
}

async function failedTurns({ means, world }: Kept, id: string, name: string | undefined): Promise<readonly TurnRef[]> {
  await runOf(world, id);
  const failed = await openFailures(means.database, id);
  const meant = failed.filter((turn) => name === undefined || turnName(turn) === name);
  if (meant.length > 0) return meant;
  const which = name === undefined ? '' : ` "${name}"`;
  throw new Error(`run ${id} has no failed turn${which}; failed are ${named(failed) || 'none'} (moot show ${id})`);
}

function told(change: Change, turn: Pick<TurnRef, 'seat' | 'kind' | 'at' | 'version'>): void {
  if (!change.ok) throw new Error(`${turnName(turn)}: ${shown(change.words ?? SAID[change.why])}`);
}

const SAID = {
  over: 'this run has ended',
  'not-open': 'this turn is not open any more',
  barred: 'you may not take this turn',
  fault: 'this cannot be taken',
} as const;

function objectIn(text: string): object {
  const parsed = parsedJson(text);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  throw new Error(`--say takes a JSON object, ${EXAMPLE}`);
}

const EXAMPLE = `such as '{"belief": [0.7, 0.3], "reason": "…"}'`;

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(
      `--say is no JSON: ${cause instanceof Error ? cause.message : String(cause)}; it takes a JSON object, ${EXAMPLE}`,
      { cause },
    );
  }
}
