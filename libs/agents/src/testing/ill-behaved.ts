import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isRecord } from '../json-schema.ts';

/** A chat server of its own make, knowing nothing of the client: each model it has misbehaves in its own manner. */
export async function illBehaved(manners: Readonly<Record<string, Manner>>): Promise<IllBehaved> {
  const received: Received[] = [];
  let isOpen = 0;
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const model = String(body.model);
      received.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
      (manners[model] ?? unknownModel)({ response, body, request });
    });
  });
  server.on('connection', (socket) => {
    isOpen += 1;
    socket.on('close', () => (isOpen -= 1));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}/v1`,
    received,
    connections: () => isOpen,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

export interface IllBehaved {
  readonly url: string;
  /** What was asked, in order. */
  readonly received: readonly Received[];
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
}

interface Received {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Manner = (asked: {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Readonly<Record<string, unknown>>;
}) => void;

/** One chunk of a streamed reply, as JSON. */
export function chunk(content: string | undefined, finish?: string): string {
  const delta = content === undefined ? {} : { content };
  return JSON.stringify({
    model: 'm-1',
    system_fingerprint: 'fp',
    choices: [{ index: 0, delta, finish_reason: finish ?? null }],
  });
}

export const USAGE = JSON.stringify({ choices: [], usage: { prompt_tokens: 11, completion_tokens: 7 } });

/** Streams what is given, piece by piece, each written by itself. */
export function streams(...pieces: readonly (string | Uint8Array)[]): Manner {
  return ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'x-request-id': 'req-1' });
    for (const piece of pieces) response.write(piece);
    response.end();
  };
}

/** A proper stream of these texts. */
export function says(...texts: readonly string[]): Manner {
  return streams(
    ...[...texts.map((text) => chunk(text)), chunk(undefined, 'stop'), USAGE, '[DONE]'].map(
      (data) => `data: ${data}\n\n`,
    ),
  );
}

/** Answers in one piece. */
export function answers(status: number, body: string | object, headers: Readonly<Record<string, string>> = {}): Manner {
  return ({ response }) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  };
}

/** A whole reply as plain JSON, whatever was asked for. */
export function whole(message: object, finish: string | null = 'stop', usage?: object): Manner {
  return answers(200, { id: 'x', model: 'm-1', choices: [{ index: 0, message, finish_reason: finish }], usage });
}

function unknownModel({ response, body }: Parameters<Manner>[0]): void {
  answers(404, { error: { message: `The model ${String(body.model)} does not exist`, code: 'model_not_found' } })({
    response,
    body,
    request: response.req,
  });
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = '';
  for await (const piece of request) text += String(piece);
  const body: unknown = JSON.parse(text);
  return isRecord(body) ? body : {};
}
