import { request } from 'node:http';
import { z } from 'zod';
import { judgeMessages } from './prompts.ts';
import { caseOf } from './worlds.ts';

/** What a judge's request is in most tests. */
export const BODY = { model: 'judge', messages: judgeMessages(caseOf(1)), seed: 1 } as const;

export async function post(url: string, body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

/** The events of a stream, without what stands before them. */
export function eventsIn(stream: string): readonly string[] {
  return stream.split('\n\n').flatMap((event) => (event.startsWith('data: ') ? [event.slice(6)] : []));
}

/** A request that says what `fetch` does not let one say. */
export async function rawStatus(url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });
}

/** Reads so many bytes of a reply, and no more than it takes. */
export async function read(response: Response, bytes: number): Promise<void> {
  const reader = response.body?.getReader();
  for (let left = bytes; left > 0;) {
    const piece: unknown = (await reader?.read())?.value;
    if (!(piece instanceof Uint8Array)) throw new Error(`the reply ended ${left} bytes too soon`);
    left -= piece.length;
  }
}

/** Waits, turn by turn, until something is so; the test's own limit ends what never is. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** What is said in a reply that came whole. */
export async function contentOf(response: Response): Promise<string> {
  return Whole.parse(await response.json()).choices[0].message.content;
}

/** What is said in the events of a stream. */
export function streamedText(events: readonly string[]): string {
  const chunks = events.filter((event) => event !== '[DONE]').map((event) => Chunk.parse(JSON.parse(event)));
  return chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
}

const Whole = z.object({ choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })]) });
const Chunk = z.object({ choices: z.array(z.object({ delta: z.object({ content: z.string().optional() }) })) });
