import type OpenAI from 'openai';
import type { ModelRequest } from '@moot/runner';
import { bodyOf, type Body } from './body.ts';
import type { Clock } from './clock.ts';
import type { Endpoint } from './endpoint.ts';
import { faultOf, late, STOPPED, type Fault } from './faults.ts';
import type { Sent } from './form.ts';
import { known, NOTHING, type Heard } from './heard.ts';
import { listen, type Listening } from './listen.ts';
import { watchOf } from './watch.ts';

/** What came of one request over HTTP. */
export interface Exchanged {
  readonly heard: Heard;
  /** Whether a reply had begun, so that tokens may have been spent. */
  readonly hasBegun: boolean;
  readonly fault?: Fault;
}

export interface Line {
  readonly endpoint: Endpoint;
  readonly client: OpenAI;
  readonly clock: Clock;
}

export interface Asking {
  readonly messages: ModelRequest['messages'];
  readonly sent: Sent;
  /** The longest reply to take, in characters. */
  readonly most: number;
  readonly signal: AbortSignal;
  readonly hear: (piece: string) => void;
}

/** Sends one request and listens to the reply. Ends with a fault instead of throwing. */
export async function exchange(line: Line, asking: Asking): Promise<Exchanged> {
  const { endpoint, client, clock } = line;
  const watch = watchOf(clock, endpoint.timeouts, asking.signal);
  const listening: Listening = { ...asking, endpoint, client, watch, heard: NOTHING };
  let body: Body | undefined;
  try {
    const response = await client.chat.completions
      .create(
        { ...asking.sent, messages: [...asking.messages] },
        { signal: watch.signal, maxRetries: 0, timeout: NEVER },
      )
      .asResponse();
    watch.beat();
    listening.heard = { ...NOTHING, reported: known('requestId', response.headers.get('x-request-id')) };
    body = bodyOf(response, watch);
    const fault = await listen(body, response.headers, listening);
    return { heard: listening.heard, hasBegun: true, ...known('fault', abortedFault(listening) ?? fault) };
  } catch (error) {
    const fault = faultOf(error, endpoint, { why: watch.why(), now: clock.now() });
    return { heard: listening.heard, hasBegun: body !== undefined, fault };
  } finally {
    body?.close();
    watch.end();
  }
}

// The watch has the timers; the SDK's own would end with the headers.
const NEVER = 2_147_483_647;

function abortedFault({ watch, heard, endpoint }: Listening): Fault | undefined {
  const why = watch.why();
  if (why === 'stopped') return STOPPED;
  // After the end of the reply there is nothing left to wait for.
  return why === undefined || heard.finish !== undefined ? undefined : late(why, endpoint);
}
