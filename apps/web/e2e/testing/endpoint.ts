import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** A chat server that says what a test wants of it, as a stream. */
export interface Endpoint {
  /** What the server needs in its environment to ask it as `openai/…`. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** What was asked: the name of the model, and the words of the prompt. */
export interface Asked {
  readonly model: string;
  readonly prompt: string;
}

/** What a model says, piece by piece, each when it is there; or a status, where it does not speak. */
export type Reply = (asked: Asked) => number | readonly (string | Promise<string>)[];

const Body = z.looseObject({ model: z.string(), messages: z.array(z.object({ content: z.string() })) });

export async function startEndpoint(reply: Reply): Promise<Endpoint> {
  const server = createServer((request, response) => {
    answer(request, response, reply).catch(() => response.destroy());
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    environment: { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, OPENAI_API_KEY: 'sk-of-a-test' },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
  const { model, messages } = Body.parse(JSON.parse(await text(request)));
  const said = reply({ model, prompt: messages.map(({ content }) => content).join('\n\n') });
  if (typeof said === 'number') {
    response.writeHead(said, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const piece of said) response.write(event(model, { delta: { content: await piece } }));
  response.write(event(model, { delta: {}, finish_reason: 'stop' }));
  response.end('data: [DONE]\n\n');
}

function event(model: string, choice: object): string {
  const chunk = { id: 'test', object: 'chat.completion.chunk', created: 0, model, choices: [{ index: 0, ...choice }] };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

/** Something that is waited for until it is let go. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let letGo: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { opened, open: () => letGo() };
}
