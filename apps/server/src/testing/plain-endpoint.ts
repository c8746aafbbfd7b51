import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setImmediate as next } from 'node:timers/promises';
import { z } from 'zod';
import { plainReply } from './plain-reply.ts';

/**
 * A chat server that knows nothing of the simulator and little of the protocol: one plain JSON whatever was asked for,
 * no structured output, no log-probabilities, no seeds, no usage; its bytes come in odd pieces.
 */
export interface PlainEndpoint {
  readonly url: string;
  /** What was asked and answered with status 200 or a fault that was wished for, in order. */
  readonly asked: readonly Asked[];
  /** What was sent back with a complaint about its form or its key. */
  complaints(): number;
  /** From now on, every model behaves. */
  mend(): void;
  close(): Promise<void>;
}

interface Asked {
  readonly model: string;
  readonly prompt: string;
}

/** What a model does instead of a reply, told how many calls that model had before. */
export type Manner = (given: {
  readonly response: ServerResponse;
  readonly reply: string;
  readonly before: number;
}) => void | Promise<void>;

const Body = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
});

export async function startPlainEndpoint(
  key: string,
  manners: Readonly<Record<string, Manner>> = {},
): Promise<PlainEndpoint> {
  const asked: Asked[] = [];
  let [complaints, isMended] = [0, false];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const sent = Body.parse(JSON.parse(await text(request)));
    const complaint = complaintAbout(request, sent, key);
    if (complaint) {
      complaints += 1;
      const [status, message] = complaint;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message, type: 'invalid_request_error' } }));
      return;
    }
    const { model, messages } = sent;
    const prompt = messages.map(({ content }) => content).join('\n\n');
    const before = asked.filter((each) => each.model === model).length;
    asked.push({ model, prompt });
    const manner = isMended ? plainly : (manners[model] ?? plainly);
    await manner({ response, reply: plainReply(prompt), before });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((thrown: unknown) =>
      response.destroy(thrown instanceof Error ? thrown : undefined),
    );
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}/base/v1`,
    asked,
    complaints: () => complaints,
    mend: () => (isMended = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function complaintAbout(request: IncomingMessage, body: object, key: string): readonly [number, string] | undefined {
  if (request.method !== 'POST' || request.url !== '/base/v1/chat/completions') return [404, 'there is nothing here'];
  if (request.headers.authorization !== `Bearer ${key}`) return [401, 'that key is not known'];
  const unknown = UNKNOWN.find((name) => name in body);
  return unknown === undefined ? undefined : [400, `Unrecognized request argument supplied: ${unknown}`];
}

const UNKNOWN = ['response_format', 'logprobs', 'top_logprobs', 'stream_options', 'seed'];

/** One JSON in pieces of one, two, three … bytes, which cut its characters apart. */
export const plainly: Manner = async ({ response, reply }) => {
  const bytes = completion(reply);
  response.writeHead(200, { 'content-type': 'application/json' });
  for (let [at, size] = [0, 1]; at < bytes.length; at += size, size = 1 + ((size * 7) % 97)) {
    response.write(bytes.subarray(at, at + size));
    await next();
  }
  response.end();
};

/** The bytes of a completion that says something, without usage. */
export function completion(content: string | null, finish = 'stop'): Buffer {
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }];
  return Buffer.from(JSON.stringify({ id: 'plain', object: 'chat.completion', created: 0, model: 'plain', choices }));
}
