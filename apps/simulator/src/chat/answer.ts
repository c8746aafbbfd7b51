import type { ServerResponse } from 'node:http';
import { once } from 'node:events';
import { sendJson } from '../http/problem.ts';
import { events, wholeBody, type Completion } from './completion.ts';
import { dueAt, waited, type Latency } from './pace.ts';
import type { ChatRequest } from './request.ts';

/** A line to a client: where a reply goes, how fast, and the signal that nobody listens any more. */
export interface Line {
  readonly response: ServerResponse;
  readonly latency: Latency;
  /** When the request came, by a monotonic clock, in ms. */
  readonly since: number;
  readonly signal: AbortSignal;
}

export async function answer(line: Line, request: ChatRequest, completion: Completion): Promise<void> {
  if (!request.isStreamed) {
    if (await reached(line, completion.tokens.length)) sendJson(line.response, 200, wholeBody(completion));
    return;
  }
  if (!(await streamed(line, eventsOf(line, request, completion)))) return;
  line.response.end(completion.finish === null ? undefined : 'data: [DONE]\n\n');
}

/** The events of a completion, sized by how it is paced: single tokens if their rate is set, larger groups of longer replies. */
export function eventsOf({ latency }: Line, { wantsUsage }: ChatRequest, completion: Completion) {
  const group = latency.tokensPerSecond === undefined ? Math.max(5, Math.ceil(completion.tokens.length / 1000)) : 1;
  return events(completion, { group, wantsUsage });
}

/** Sends events, each when it is due; false when the client has gone. */
export async function streamed(
  line: Line,
  from: Iterable<{ readonly tokens: number; readonly json: string }>,
): Promise<boolean> {
  let sent = 0;
  for (const { tokens, json } of from) {
    sent += tokens;
    if (!(await reached(line, Math.max(0, sent - 1)))) return false;
    if (!line.response.headersSent) line.response.writeHead(200, STREAM);
    if (!(await written(line, `data: ${json}\n\n`))) return false;
  }
  return true;
}

export const STREAM = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' } as const;

/** Waits until a token is due; false when the client has gone. */
export async function reached({ latency, since, signal }: Line, token: number): Promise<boolean> {
  return waited(since + dueAt(latency, token) - performance.now(), signal);
}

/** Writes and waits for room, so that nothing piles up for a slow client; false when it has gone. */
export async function written({ response, signal }: Line, piece: string): Promise<boolean> {
  if (signal.aborted) return false;
  if (response.write(piece)) return true;
  try {
    await once(response, 'drain', { signal });
    return true;
  } catch {
    return false;
  }
}
