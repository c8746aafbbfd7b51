import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault, Occasion } from '../faults/plan.ts';
import { send } from '../faults/play.ts';
import { spoiled } from '../faults/spoil.ts';
import { readBody } from '../http/body.ts';
import { badRequest, sendProblem, type Problem } from '../http/problem.ts';
import type { Key } from '../key.ts';
import type { Library } from '../players/library.ts';
import { replyTo } from '../players/player.ts';
import type { Tally } from '../tally.ts';
import { digest } from '../text.ts';
import type { Line } from './answer.ts';
import { completionOf } from './completion.ts';
import type { Latency } from './pace.ts';
import { readRequest, type ChatRequest } from './request.ts';

/** What the answers of a simulator follow from. */
export interface World {
  readonly key: () => Promise<Key>;
  readonly books: Library;
  readonly seed: number;
  readonly latency: Latency;
  readonly tally: Tally;
  readonly faultOf: (occasion: Occasion) => Fault | undefined;
  readonly retryAfter: () => number;
}

/** The most that a request may have, in bytes. */
const MOST_BYTES = 20_000_000;

/** Answers a request for a chat completion. */
export async function chat(request: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const since = performance.now();
  const signal = goneSignal(response);
  const body = await readBody(request, MOST_BYTES);
  if (!body) {
    refuse(response, world, TOO_LARGE);
    return;
  }
  const asked = readRequest(body.toString());
  if ('status' in asked) {
    refuse(response, world, asked);
    return;
  }
  await answered(asked, digest(body), { response, signal, since, latency: latencyFor(asked, world) }, world);
}

/** A player that has a pace of its own keeps it. */
function latencyFor({ model }: ChatRequest, { latency }: World): Latency {
  const pace = model && 'pace' in model.parameters ? model.parameters.pace : 0;
  return pace > 0 ? { ...latency, tokensPerSecond: pace } : latency;
}

const TOO_LARGE: Problem = { ...badRequest(`The body has more than ${String(MOST_BYTES)} bytes.`), status: 413 };

/** Counts the call, works out what is said and how it goes wrong, and sends it. */
async function answered(asked: ChatRequest, bodyHash: string, line: Line, world: World): Promise<void> {
  const { call, reply, fault } = await begun(asked, bodyHash, world);
  const { response } = line;
  const end = (): void => call.end(response.writableFinished || fault === 'cut' ? 'finished' : 'aborted');
  if (response.closed) {
    end();
    return;
  }
  response.on('close', end);

  const said = fault ? { ...reply, text: spoiled(reply.text, fault) } : reply;
  const completion = completionOf(asked, said, { id: randomUUID(), now: Date.now() });
  await send({ line, request: asked, completion, retryAfter: world.retryAfter() }, fault);
}

function refuse(response: ServerResponse, { tally }: World, problem: Problem): void {
  tally.reject();
  sendProblem(response, problem);
}

/** Works out the reply and counts the call. */
async function begun(asked: ChatRequest, bodyHash: string, { key, books, seed, tally, faultOf }: World) {
  const reply = replyTo(asked, { key: await key(), books, seed });
  const repeat = tally.seen(bodyHash);
  const fault = faultOf({ role: reply.role, bodyHash, repeat });
  const call = tally.begin({
    model: asked.name.slice(0, 200),
    role: reply.role,
    promptHash: digest(JSON.stringify(asked.messages)),
    bodyHash,
    repeat,
    isStreamed: asked.isStreamed,
    ...(fault && { fault }),
  });
  return { call, reply, fault };
}

/** Aborted when the connection is closed, whoever closed it. */
function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    controller.abort();
  });
  return controller.signal;
}
