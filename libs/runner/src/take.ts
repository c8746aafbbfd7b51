import { isSame, seedFrom, type Prompt, type Turn } from '@moot/protocol';
import type { Sitter } from '@moot/experiment';
import { changed } from './due.ts';
import type { Ask, Call, Change, Failure, ModelRequest, Run, TurnRef, World } from './ports.ts';
import { standing, type ReadReply, type Standing } from './standing.ts';

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
    changed(now, { ...nameOf(turn), by: `script:${sitter.script}`, said }),
  );
  return settled(change, ref, world);
}

interface Conversation {
  readonly run: Run;
  readonly turn: Turn;
  readonly ref: TurnRef;
  readonly sitter: Extract<Sitter, { readonly kind: 'model' }>;
  readonly world: World;
  readonly tools: Tools;
  readonly signal: AbortSignal;
}

/** Asks until there is a move, a failure, or a stop. Each attempt is kept before anything is made of it. */
async function converse(given: Conversation): Promise<Taken> {
  const { run, turn, ref, world, tools } = given;
  const prompt = run.table.prompt(turn);
  const { earlier, calls: before } = await world.calls(ref);
  let calls = before;
  for (;;) {
    const now = standing(prompt, calls, tools.read);
    if (now.is === 'failed') return failed(ref, now.failure, world);
    const next =
      now.is === 'answered'
        ? await answer(given, now, calls)
        : await ask(given, prompt, { ...now, earlier: earlier + calls.length });
    if (typeof next === 'string') return next;
    calls = now.is === 'answered' ? [...calls.slice(0, -1), next] : [...calls, next];
  }
}

/** Makes the next attempt, after the pause that is due and within the caps, and keeps it; or is stopped. */
async function ask(
  given: Conversation,
  prompt: Prompt,
  { messages, pause, earlier }: ToAsk & { readonly earlier: number },
): Promise<'stopped' | 'failed' | Call> {
  const { ref, world, tools, signal } = given;
  await tools.pause(pause, signal);
  if (signal.aborted) return 'stopped';
  const request = requestOf(given, prompt, messages, earlier);
  const reserved = await world.reserve(ref, tools.worstCost?.(request) ?? 0);
  if (!reserved.ok) return failed(ref, { cause: 'cap', words: reserved.words }, world);
  const call = await attempt(given, prompt, request, earlier);
  return call.status === 'stopped' ? 'stopped' : kept(call, world);
}

type ToAsk = Extract<Standing, { readonly is: 'to-ask' }>;

/** Plays a reply. If the rules find fault with it, the call comes back with the fault kept. */
async function answer(
  { run, turn, ref, sitter, world }: Conversation,
  { call, said }: Answered,
  calls: readonly Call[],
): Promise<Taken | Call> {
  const move = { ...nameOf(turn), by: `model:${sitter.model}` as const, said, ...costOf(calls) };
  const change = await world.extend(run.id, (latest) => changed(latest, move));
  if (change.ok || change.why !== 'fault') return settled(change, ref, world);
  return kept({ ...call, fault: change.words ?? 'the rules refuse it' }, world);
}

type Answered = Extract<Standing, { readonly is: 'answered' }>;

async function failed(ref: TurnRef, failure: Failure, world: World): Promise<'failed'> {
  await world.fail(ref, failure);
  return 'failed';
}

function requestOf(
  { run, turn, sitter }: Conversation,
  prompt: Prompt,
  messages: ModelRequest['messages'],
  before: number,
): ModelRequest {
  const { parameters = {} } = sitter;
  return {
    model: sitter.model,
    messages,
    reply: prompt.reply,
    parameters: { ...parameters, seed: parameters.seed ?? seedOf(run, turn, String(before)) },
    mostTokens: prompt.mostTokens,
  };
}

async function attempt(
  { ref, tools, signal }: Conversation,
  prompt: Prompt,
  request: ModelRequest,
  before: number,
): Promise<Call> {
  const { model, messages } = request;
  const listener = prompt.reply.form === 'text' ? tools.listener : undefined;
  listener?.begins(ref);
  const made = await tools.ask(request, { signal, ...(listener && { hear: (piece) => listener.hears(ref, piece) }) });
  const reading = made.status === 'ok' ? tools.read(prompt.reply, made.text) : undefined;
  const fault = reading && !reading.ok ? { fault: reading.fault } : {};
  return { ...made, ...fault, turn: ref, attempt: before + 1, model, messages, promptHash: tools.promptHash(request) };
}

async function kept(call: Call, world: World): Promise<Call> {
  await world.keepCall(call);
  return call;
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

function nameOf({ seat, kind, at, version }: Turn): Pick<Turn, 'seat' | 'kind' | 'at' | 'version'> {
  return { seat, kind, at, version };
}

/** A seed of 31 bits for what a machine does in a turn. */
function seedOf({ seed }: Run, { seat, kind, at, version }: Turn, ...names: readonly string[]): number {
  return seedFrom(seed, seat, kind, at, String(version), ...names) & 0x7fffffff;
}
