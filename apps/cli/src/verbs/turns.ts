import type { Turn } from '@moot/protocol';
import { pass, retry, submit, type Change, type TurnRef, type World } from '@moot/runner';
import type { Engine } from '@moot/server';
import { openFailures } from '@moot/store';
import type { Output } from '../output.ts';
import { shown } from '../text.ts';
import { withEngine } from '../with-engine.ts';

export interface SettleOptions {
  readonly turn?: string;
  readonly by: string;
  readonly why?: string;
}

/** Has the failed turns of a run taken again. */
export async function retryVerb(run: string, options: SettleOptions, output: Output): Promise<void> {
  await withEngine(async (engine) => {
    const { by, why } = options;
    for (const turn of await failedTurns(engine, run, options.turn)) {
      const isRetried = await retry(turn, { by, ...(why !== undefined && { why }) }, engine.world);
      output.line(`${lineOf(turn)}: ${isRetried ? 'will be taken again' : 'was settled already'}`);
    }
  });
}

/** Gives up turns of a run, with the reason, so that it can go on: the failed ones, or the one that is named. */
export async function passVerb(
  run: string,
  options: SettleOptions & { readonly why: string },
  output: Output,
): Promise<void> {
  await withEngine(async (engine) => {
    const turns =
      options.turn === undefined
        ? await failedTurns(engine, run, undefined)
        : [await openTurn(engine.world, run, options.turn)];
    for (const turn of turns) {
      told(await pass(turn, options, engine.world), turn);
      output.line(`${lineOf(turn)}: passed`);
    }
  });
}

export interface SubmitOptions {
  readonly by: string;
  readonly say: string;
}

/** Takes a turn as a person: what is said is a JSON object with the fields of the move. */
export async function submitVerb(run: string, turn: string, { by, say }: SubmitOptions, output: Output): Promise<void> {
  const said = objectIn(say);
  await withEngine(async ({ world }) => {
    const ref = await openTurn(world, run, turn);
    const { seat, kind, at, version } = ref;
    told(await submit(run, { seat, kind, at, version, by: `person:${by}`, said }, world), ref);
    output.line(`${lineOf(ref)}: kept`);
  });
}

async function failedTurns({ means }: Engine, run: string, name: string | undefined): Promise<readonly TurnRef[]> {
  const failed = (await openFailures(means.database, run)).filter(
    (turn) => name === undefined || lineOf(turn) === name,
  );
  if (failed.length === 0)
    throw new Error(
      `run ${run} has no failed turn${name === undefined ? '' : ` ${name}`}; moot show ${run} shows where it stands`,
    );
  return failed;
}

async function openTurn(world: World, run: string, name: string): Promise<TurnRef> {
  const found = await world.run(run);
  if (!found) throw new Error(`there is no run ${run}; moot ls runs <experiment> lists them`);
  const open = found.table.next();
  const turn = open.find((each) => lineOf(each) === name);
  if (!turn)
    throw new Error(
      `"${name}" is not open in run ${run}; open are ${open.map((each) => `"${lineOf(each)}"`).join(', ') || 'no turns: it is over'}`,
    );
  const { seat, kind, at, version } = turn;
  return { run, seat, kind, at, version };
}

/** A turn as it is written on the command line: `A speech @round 1`. */
function lineOf({ seat, kind, at, version }: Pick<Turn, 'seat' | 'kind' | 'at' | 'version'>): string {
  return `${seat} ${kind} @${at}${version === 1 ? '' : ` v${version}`}`;
}

function told(change: Change, turn: TurnRef): void {
  if (!change.ok) throw new Error(`${lineOf(turn)}: ${shown(change.words ?? SAID[change.why])}`);
}

const SAID = {
  over: 'this run has ended',
  'not-open': 'this turn is not open any more',
  barred: 'you may not take this turn',
  fault: 'this cannot be taken',
} as const;

function objectIn(text: string): object {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  throw new Error(`--say takes a JSON object, such as '{"belief": [0.7, 0.3], "reason": "…"}'`);
}
