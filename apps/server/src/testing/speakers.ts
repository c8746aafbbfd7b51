import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** What a speaker is asked: the model by its name, all of its prompt, and how often that model was asked this before. */
interface AskedToSpeak {
  readonly model: string;
  readonly prompt: string;
  readonly before: number;
}

/** Says a reply in pieces, each of which is sent at once; between two of them it may wait for whatever it likes. */
export type Speaks = (asked: AskedToSpeak) => AsyncIterable<string>;

/** An endpoint whose models say what a test has them say, word by word if that is wished. */
export interface Speakers {
  readonly url: string;
  close(): Promise<void>;
}

/** Thrown by a speaker before its first piece: the endpoint answers with that status and those words instead. */
export class NoReply extends Error {
  readonly status: number;

  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

const Body = z.looseObject({ model: z.string(), messages: z.array(z.looseObject({ content: z.string() })).min(1) });

export async function startSpeakers(speaks: Speaks): Promise<Speakers> {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const answer = async () => {
      const { model, messages } = Body.parse(JSON.parse(await text(request)));
      const prompt = messages.map(({ content }) => content).join('\n\n');
      const before = asked.get(model + prompt) ?? 0;
      asked.set(model + prompt, before + 1);
      await spoken(response, speaks({ model, prompt, before }));
    };
    answer().catch((thrown: unknown) => failed(response, thrown));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function spoken(response: ServerResponse, pieces: AsyncIterable<string>): Promise<void> {
  for await (const content of pieces) send(response, { choices: [{ index: 0, delta: { content } }] });
  send(response, { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage: USAGE });
  response.end('data: [DONE]\n\n');
}

const USAGE = { prompt_tokens: 1000, completion_tokens: 100 };

function send(response: ServerResponse, event: object): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(`data: ${JSON.stringify(event)}\n\n`);
}

function failed(response: ServerResponse, thrown: unknown): void {
  if (response.headersSent || !(thrown instanceof NoReply)) {
    response.destroy(thrown instanceof Error ? thrown : undefined);
    return;
  }
  const { status, message } = thrown;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message } }));
}
