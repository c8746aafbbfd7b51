import { setImmediate } from 'node:timers/promises';
import type OpenAI from 'openai';
import { Stream } from 'openai/streaming';
import { textOf, type Body } from './body.ts';
import type { Endpoint } from './endpoint.ts';
import type { Fault } from './faults.ts';
import { hearing, type Heard } from './heard.ts';
import type { Watch } from './watch.ts';
import { isPage, oneLine } from './words.ts';

/** Listens to a reply, whether it is a stream or comes whole: what was asked for is not always what comes. */
export async function listen(body: Body, headers: Headers, listening: Listening): Promise<Fault | undefined> {
  const beginning = await body.begin();
  const isStream = /event-stream/i.test(headers.get('content-type') ?? '') && !/^[{<]/.test(beginning);
  if (isStream || /^(data|event|id|retry)?:/.test(beginning)) return listenToStream(body, headers, listening);
  return listenToWhole(body, listening);
}

export interface Listening {
  readonly endpoint: Endpoint;
  readonly client: OpenAI;
  readonly watch: Watch;
  /** The longest reply to take, in characters. */
  readonly most: number;
  readonly hear: (piece: string) => void;
  heard: Heard;
}

async function listenToStream(body: Body, headers: Headers, listening: Listening): Promise<Fault | undefined> {
  const { endpoint, watch } = listening;
  const bound = boundOf(body);
  try {
    const fault = await takeAll(new Response(streamed(bound.pieces()), { headers }), bound, listening);
    return bound.isPassed() ? tooLarge(endpoint) : fault;
  } catch (error) {
    // A whole reply whose connection is then cut is whole.
    if (listening.heard.finish !== undefined) return undefined;
    if (bound.isPassed()) return tooLarge(endpoint);
    const isOdd = error instanceof SyntaxError && !body.isWhole() && !watch.signal.aborted;
    if (isOdd) return malformed(`${endpoint.name} sent a piece that is not JSON`);
    throw error;
  }
}

/** Chunks that are taken before others have their turn. */
const AT_ONCE = 16;

/** As `ReadableStream.from`, which TypeScript's library of the browser does not know. */
function streamed<T>(pieces: AsyncGenerator<T>): ReadableStream<T> {
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel(reason) {
      await pieces.return(reason);
    },
  });
}

async function takeAll(response: Response, bound: Bound, listening: Listening): Promise<Fault | undefined> {
  let taken = 0;
  for await (const chunk of Stream.fromSSEResponse<unknown>(response, new AbortController(), listening.client)) {
    bound.begin();
    const fault = take(chunk, listening);
    if (fault) return fault;
    // What has come already would all be taken before anything else is done in this process, words sent on and pings answered.
    if (++taken % AT_ONCE === 0) await setImmediate();
  }
  return undefined;
}

interface Bound {
  readonly pieces: () => AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /** Another event begins. */
  readonly begin: () => void;
  readonly isPassed: () => boolean;
}

/** A body that ends when one event of it is too large. */
function boundOf(body: Body): Bound {
  let size = 0;
  return {
    async *pieces() {
      for await (const piece of body.pieces()) {
        size += piece.length;
        if (size > LARGEST) return;
        yield piece;
      }
    },
    begin: () => {
      size = 0;
    },
    isPassed: () => size > LARGEST,
  };
}

function tooLarge({ name }: Endpoint): Fault {
  return {
    status: 'too-long',
    cause: `${name} sent more than ${LARGEST} bytes in one piece: reading was stopped`,
  };
}

// Bytes of one event of a stream, or of a whole reply.
const LARGEST = 2_097_152;

async function listenToWhole(body: Body, listening: Listening): Promise<Fault | undefined> {
  const { endpoint } = listening;
  const { text, isTooLong } = await textOf(body, LARGEST);
  if (isTooLong) return odd(tooLarge(endpoint), text, listening);
  if (text.trim() === '') return { status: 'empty', cause: `${endpoint.name} sent an empty reply` };
  if (isPage(text)) {
    const cause = `${endpoint.name} did not answer as a chat endpoint, check the base URL. It sent ${oneLine(text, 2000)}`;
    return odd(malformed(cause), text, listening);
  }
  let reply: unknown;
  try {
    reply = JSON.parse(text);
  } catch {
    return odd(malformed(`${endpoint.name} answered with what is no chat completion: ${text}`), text, listening);
  }
  const fault = take(reply, listening);
  if (fault) return fault;
  if (!listening.heard.isReply)
    return odd(malformed(`${endpoint.name} answered without choices: ${text}`), text, listening);
  // A whole reply is whole, also without a reason why it ended.
  listening.heard = { ...listening.heard, finish: listening.heard.finish ?? 'stop' };
  return undefined;
}

function malformed(cause: string): Fault {
  return { status: 'malformed', cause };
}

/** Keeps the beginning of what came instead of a reply. */
function odd(fault: Fault, text: string, listening: Listening): Fault {
  listening.heard = { ...listening.heard, text: text.slice(0, 4096) };
  return fault;
}

function take(piece: unknown, listening: Listening): Fault | undefined {
  const { heard, most, endpoint, hear } = listening;
  const next = hearing(heard, piece);
  if (typeof next === 'string') return malformed(`${endpoint.name}: ${next}`);
  const text = next.text.slice(0, most);
  listening.heard = { ...next, text, reasoning: next.reasoning.slice(0, most) };
  if (text.length > heard.text.length) hear(text.slice(heard.text.length));
  if (next.text.length <= most) return undefined;
  return { status: 'too-long', cause: `the reply went on past ${most} characters: reading was stopped` };
}
