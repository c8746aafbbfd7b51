import { isSame, type Compliance, type Turn } from '@moot/protocol';
import { complianceOf, type ComplianceCheck } from './compliance.ts';
import { courseOf, type Answer, type Course, type Seated } from './course.ts';
import { changed } from './due.ts';
import { answered, type Conversation } from './part.ts';
import type { Ask, Attempts, Call, Change, ModelRequest, Run, TurnRef, World } from './ports.ts';
import { failed, nameOf, seedOf } from './turns.ts';
import type { ReadReply } from './standing.ts';

/** What taking a turn needs besides the world. */
export interface Tools {
  readonly ask: Ask;
  readonly read: ReadReply;
  /** What a request costs at most, in US dollars. */
  readonly worstCost?: (request: ModelRequest) => number;
  /** SHA-256 of a request. */
  readonly promptHash: (request: ModelRequest) => string;
  /** Waits so many ms, or less if the signal is given. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Follows what is said in turns whose replies are text. */
  readonly listener?: Listener;
  /** Tells whether speeches argue for their assigned sides; without it that is not kept. */
  readonly compliance?: ComplianceCheck;
}

/** Who listens while a model speaks. */
export interface Listener {
  /** A model is asked: what was heard in this turn before does not count. */
  begins(turn: TurnRef): void;
  hears(turn: TurnRef, piece: string): void;
}

/** What became of a turn: a move; nothing, because it was not open or is a person's; a failure; or a stop in the middle. */
export type Taken = 'moved' | 'not-open' | 'failed' | 'stopped';

/** Takes a turn that is a machine's. What was committed before a crash is used and not asked for again. */
export async function take(ref: TurnRef, world: World, tools: Tools, signal: AbortSignal): Promise<Taken> {
  const run = await world.run(ref.run);
  const turn = run?.table.next().find((each) => isSame(each, ref));
  const sitter = run?.seats[ref.seat];
  if (!run || !turn || !sitter || sitter.kind === 'person') return 'not-open';
  if (sitter.kind === 'model') return converse({ run, turn, ref, sitter, world, tools, signal });
  const said = run.table.scripted(sitter.script, turn, seedOf(run, turn));
  const change = await world.extend(run.id, (now) =>
    changed(now, { ...nameOf(turn), by: `script:${sitter.script}`, said, ...byRule(run, turn, said, tools) }),
  );
  return settled(change, ref, world);
}

/** Asks until there is a move, a failure, or a stop. Each attempt is kept before anything is made of it. */
async function converse(given: Conversation): Promise<Taken> {
  const { run, turn, ref, sitter, world } = given;
  for (;;) {
    const spoken = await follow(given, await world.calls(ref));
    if (typeof spoken === 'string') return spoken;
    const { said, call, calls, compliance } = spoken;
    const by = `model:${sitter.model}` as const;
    const move = { ...nameOf(turn), by, said, ...costOf(calls), ...(compliance && { compliance }) };
    const change = await world.extend(run.id, (latest) => changed(latest, move));
    if (change.ok || change.why !== 'fault') return settled(change, ref, world);
    await world.keepCall({ ...call, fault: change.words ?? 'the rules refuse it' });
  }
}

interface Spoken extends Answer {
  readonly compliance?: Compliance | undefined;
}

/** Goes through what is asked in the turn, task by task, from the first attempt that is not kept yet. */
async function follow(
  given: Conversation,
  { earlier, calls: before }: Attempts,
): Promise<'stopped' | 'failed' | (Spoken & { readonly calls: readonly Call[] })> {
  const course = speaking({ ...given, table: given.run.table }, given.tools);
  let calls = before;
  let step = course.next();
  while (!step.done) {
    const part = await answered(given, step.value, { earlier, calls });
    if (typeof part === 'string') return part;
    calls = part.calls;
    step = course.next(part.answer);
  }
  return { ...step.value, calls };
}

/** What is said in the turn, and how it complies with its side. */
function* speaking(seated: Seated, { compliance: check }: Tools): Course<Spoken> {
  const answer = yield* courseOf(seated);
  return check ? { ...answer, compliance: yield* complianceOf(seated, answer.said, check) } : answer;
}

/** Scripts have no model to be asked about them. */
function byRule(
  run: Run,
  turn: Turn,
  said: object,
  { compliance: check }: Tools,
): { readonly compliance?: Compliance } {
  const assigned = run.table.assigned(turn);
  const isSpoken = 'text' in said && typeof said.text === 'string';
  return check && assigned && isSpoken ? { compliance: check.rule(assigned, String(said.text)) } : {};
}

/** A turn that was taken by others in the meantime is no failure; one that the rules bar is. */
async function settled(change: Change, ref: TurnRef, world: World): Promise<Taken> {
  if (change.ok) return 'moved';
  if (change.why === 'not-open' || change.why === 'over') return 'not-open';
  return failed(ref, { cause: 'refused-by-rules', words: change.words ?? 'the rules refuse this move' }, world);
}

function costOf(calls: readonly Call[]): { readonly cost?: number } {
  const cost = calls.reduce((sum, { costUsd = 0 }) => sum + costUsd, 0);
  return cost > 0 ? { cost } : {};
}
