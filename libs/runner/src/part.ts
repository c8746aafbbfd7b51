import type { ModelSitter } from '@moot/experiment';
import type { Turn } from '@moot/protocol';
import type { Answer, Task } from './course.ts';
import type { Attempts, Call, ModelRequest, Run, TurnRef, World } from './ports.ts';
import { standing, type Standing } from './standing.ts';
import type { Tools } from './take.ts';
import { failed, seedOf } from './turns.ts';

/** A turn that is being taken by a model, and all that is needed for it. */
export interface Conversation {
  readonly run: Run;
  readonly turn: Turn;
  readonly ref: TurnRef;
  readonly sitter: ModelSitter;
  readonly world: World;
  readonly tools: Tools;
  readonly signal: AbortSignal;
}

interface Answered {
  readonly answer: Answer;
  /** All calls of the turn until then. */
  readonly calls: readonly Call[];
}

/** Asks one task until it is answered, the turn fails over it, or a stop. Each attempt is kept before anything is made of it. */
export async function answered(
  given: Conversation,
  task: Task,
  { earlier, calls: before }: Attempts,
): Promise<'stopped' | 'failed' | Answered> {
  let calls = before;
  for (;;) {
    const own = calls.filter(({ part }) => part === task.part);
    const now = standing(task.prompt, own, given.tools.read);
    if (now.is === 'failed') return failed(given.ref, { ...now.failure, words: wordsOf(task, now) }, given.world);
    const fault = now.is === 'answered' ? task.fault?.(now.said) : undefined;
    if (now.is === 'answered' && fault === undefined) return { answer: now, calls };
    const next =
      now.is === 'answered'
        ? await kept({ ...now.call, ...(fault !== undefined && { fault }) }, given.world)
        : await ask(given, task, { ...now, before: earlier + calls.length });
    if (typeof next === 'string') return next;
    calls = now.is === 'answered' ? calls.map((call) => (call === now.call ? next : call)) : [...calls, next];
  }
}

/** Of a turn with several parts, which of them failed. */
function wordsOf({ part }: Task, { failure }: Extract<Standing, { readonly is: 'failed' }>): string {
  return part === 'move' ? failure.words : `${part}: ${failure.words}`;
}

type ToAsk = Extract<Standing, { readonly is: 'to-ask' }> & {
  /** How many calls the turn had before. */
  readonly before: number;
};

/** Makes the next attempt, after the pause that is due and within the caps, and keeps it; or is stopped. */
async function ask(
  given: Conversation,
  task: Task,
  { messages, pause, before }: ToAsk,
): Promise<'stopped' | 'failed' | Call> {
  const { ref, world, tools, signal } = given;
  await tools.pause(pause, signal);
  if (signal.aborted) return 'stopped';
  const request = requestOf(given, task, messages, before);
  const reserved = await world.reserve(ref, tools.worstCost?.(request) ?? 0);
  if (!reserved.ok) return failed(ref, { cause: 'cap', words: reserved.words }, world);
  const call = await attempt(given, task, request, before);
  return call.status === 'stopped' ? 'stopped' : kept(call, world);
}

function requestOf(
  { run, turn }: Conversation,
  { model, parameters = {}, prompt, drawn = 0 }: Task,
  messages: ModelRequest['messages'],
  before: number,
): ModelRequest {
  const seed = parameters.seed === undefined ? seedOf(run, turn, String(before)) : parameters.seed + drawn;
  return { model, messages, reply: prompt.reply, parameters: { ...parameters, seed }, mostTokens: prompt.mostTokens };
}

async function attempt(
  { ref, tools, signal }: Conversation,
  { part, prompt, isSpoken }: Task,
  request: ModelRequest,
  before: number,
): Promise<Call> {
  const { model, messages } = request;
  const listener = isSpoken && prompt.reply.form === 'text' ? tools.listener : undefined;
  listener?.begins(ref);
  const made = await tools.ask(request, { signal, ...(listener && { hear: (piece) => listener.hears(ref, piece) }) });
  const reading = made.status === 'ok' ? tools.read(prompt.reply, made) : undefined;
  const fault = reading && !reading.ok ? { fault: reading.fault } : {};
  const promptHash = tools.promptHash(request);
  return { ...made, ...fault, turn: ref, part, attempt: before + 1, model, messages, promptHash };
}

async function kept(call: Call, world: World): Promise<Call> {
  await world.keepCall(call);
  return call;
}
