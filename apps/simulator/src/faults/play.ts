import { answer, eventsOf, reached, STREAM, streamed, type Line } from '../chat/answer.ts';
import { wholeBody, type Completion } from '../chat/completion.ts';
import type { ChatRequest } from '../chat/request.ts';
import { bodyOf, sendJson, sendProblem, type Problem } from '../http/problem.ts';
import { sendMuch } from './much.ts';
import type { Fault } from './plan.ts';

/** A reply on its way. */
export interface Sending {
  readonly line: Line;
  readonly request: ChatRequest;
  readonly completion: Completion;
  /** In seconds. */
  readonly retryAfter: number;
}

/** Sends a reply in the way that its fault wants. Faults of what is said are already in the completion. */
export async function send(sending: Sending, fault: Fault | undefined): Promise<void> {
  const { line, request, completion } = sending;
  const play = fault && PLAYED[fault];
  if (!play) return answer(line, request, completion);
  return play(sending);
}

const PLAYED: Readonly<Partial<Record<Fault, (sending: Sending) => Promise<void>>>> = {
  timeout: ({ line }) => gone(line.signal),
  limited: ({ line, retryAfter }) => sendInstead(line, LIMITED, { 'retry-after': String(retryAfter) }),
  'server-error': ({ line }) => sendInstead(line, BROKEN),
  'bad-gateway': sendPage,
  malformed: ({ line, request }) => sendBroken(line, request, '{"id":"chatcmpl-0","choices":[{"index":0,"mess'),
  'error-in-200': ({ line, request }) => sendBroken(line, request, bodyOf(BROKEN)),
  cut: cutShort,
  stall: async (sending) => {
    if (await sendHalf(sending)) await gone(sending.line.signal);
  },
  huge: (sending) => sendMuch(sending, 10_000_000),
  endless: (sending) => sendMuch(sending, Number.POSITIVE_INFINITY),
  unfinished: ({ line, request, completion }) => answer(line, request, { ...completion, finish: null }),
};

const LIMITED: Problem = {
  status: 429,
  message: 'Rate limit reached (a planned fault of the simulator).',
  type: 'requests',
  code: 'rate_limit_exceeded',
};
const BROKEN: Problem = {
  status: 500,
  message: 'The server had an error (a planned fault of the simulator).',
  type: 'server_error',
};
const PAGE = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';

/** Waits until the client gives up. */
async function gone(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function sendInstead(line: Line, problem: Problem, headers?: Readonly<Record<string, string>>): Promise<void> {
  if (await reached(line, 0)) sendProblem(line.response, problem, headers);
}

async function sendPage({ line }: Sending): Promise<void> {
  if (await reached(line, 0)) line.response.writeHead(502, { 'content-type': 'text/html' }).end(PAGE);
}

async function sendBroken(line: Line, { isStreamed }: ChatRequest, body: string): Promise<void> {
  if (!(await reached(line, 0))) return;
  if (isStreamed) line.response.writeHead(200, STREAM).end(`data: ${body}\n\n`);
  else sendJson(line.response, 200, body);
}

async function cutShort(sending: Sending): Promise<void> {
  if (!(await sendHalf(sending))) return;
  const { response } = sending.line;
  await new Promise<void>((resolve) => {
    response.write(' ', () => resolve());
  });
  response.destroy();
}

/** Half of a reply; false when the client has gone. */
async function sendHalf({ line, request, completion }: Sending): Promise<boolean> {
  if (request.isStreamed) {
    const all = [...eventsOf(line, request, { ...completion, finish: null })];
    return streamed(line, all.slice(0, Math.ceil(all.length / 2)));
  }
  if (!(await reached(line, 0))) return false;
  const body = Buffer.from(wholeBody(completion));
  line.response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  line.response.write(body.subarray(0, body.length / 2));
  return true;
}
