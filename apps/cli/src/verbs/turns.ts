import { pass, retry, submit, type Change, type Run, type TurnRef, type World } from '@moot/runner';
import type { Engine } from '@moot/server';
import { openFailures } from '@moot/store';
import { withWorld } from '../opened.ts';
import type { Output } from '../output.ts';
import { shown } from '../text.ts';
import { turnName } from '../turn-name.ts';

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

async function turnsToPass(kept: Kept, run: string, name: string | undefined): Promise<readonly TurnRef[]> {
  return name === undefined ? failedTurns(kept, run, undefined) : [openTurn(await runOf(kept.world, run), name)];
}

export interface SubmitOptions {
  readonly by: string;
  readonly say: string;
}

/** Takes a turn as a person: what is said is a JSON object with the fields of the move. */
export async function submitVerb(id: string, name: string, { by, say }: SubmitOptions, output: Output): Promise<void> {
  const said = objectIn(say);
  await withWorld(async ({ world }) => {
    const run = await runOf(world, id);
    const turn = openTurn(run, name);
    const { seat, kind, at, version } = turn;
    const sitter = run.seats[seat];
    if (sitter?.kind !== 'person')
      throw new Error(
        `seat ${seat} of run ${id} is not a person's: ${sitter?.kind === 'model' ? sitter.model : 'a script'} sits there`,
      );
    told(await submit(id, { seat, kind, at, version, by: `person:${by}`, said }, world), turn);
    output.line(`${turnName(turn)}: kept`);
  });
}

async function failedTurns({ means, world }: Kept, id: string, name: string | undefined): Promise<readonly TurnRef[]> {
  await runOf(world, id);
  const failed = await openFailures(means.database, id);
  const meant = failed.filter((turn) => name === undefined || turnName(turn) === name);
  if (meant.length > 0) return meant;
  const which = name === undefined ? '' : ` "${name}"`;
  throw new Error(`run ${id} has no failed turn${which}; failed are ${named(failed) || 'none'} (moot show ${id})`);
}

async function runOf(world: World, id: string): Promise<Run> {
  const run = await world.run(id);
  if (run) return run;
  throw new Error(`there is no run ${id}; moot ls runs <experiment> lists them`);
}

function openTurn({ id: run, table }: Run, name: string): TurnRef {
  const open = table.next();
  const turn = open.find((each) => turnName(each) === name);
  if (!turn) throw new Error(`"${name}" is not open in run ${run}; open are ${named(open) || 'no turns: it is over'}`);
  const { seat, kind, at, version } = turn;
  return { run, seat, kind, at, version };
}

function named(turns: readonly Parameters<typeof turnName>[0][]): string {
  return turns.map((each) => `"${turnName(each)}"`).join(', ');
}

function told(change: Change, turn: TurnRef): void {
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
