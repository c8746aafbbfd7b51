import type { IncomingMessage } from 'node:http';

/** The body of a request; undefined when it is larger than allowed, and then the rest of it is let go by. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const isTooLarge = Number(request.headers['content-length'] ?? 0) > mostBytes;
  const body = isTooLarge ? undefined : await collected(request, mostBytes);
  if (!body) request.resume();
  return body;
}

async function collected(request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
