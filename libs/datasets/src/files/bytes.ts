import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { fault, type Fault } from '../rows/fault.ts';

/** The bytes of a file, piece by piece; a file that cannot be read ends in a fault. */
export async function* bytes(file: string): AsyncGenerator<Bytes | Fault> {
  try {
    const pieces: AsyncIterable<unknown> = createReadStream(file);
    for await (const piece of pieces) yield { kind: 'bytes', bytes: pieceSchema.parse(piece) };
  } catch (error) {
    yield fault({ file }, unreadable(error));
  }
}

export interface Bytes {
  readonly kind: 'bytes';
  readonly bytes: Buffer;
}

const pieceSchema = z.instanceof(Buffer);
const errorSchema = z.object({ code: z.string() });

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Check the path.',
  ENOTDIR: 'There is no such file: a part of the path is not a folder. Check the path.',
  EISDIR: 'This is a folder, and a file is needed. Give the path of the file in it.',
  EACCES: 'This file may not be read. Give yourself the right to read it.',
  EPERM: 'This file may not be read. Give yourself the right to read it.',
  EMFILE: 'Too many files are open. Close some programs and try again.',
};

function unreadable(error: unknown): string {
  const known = errorSchema.safeParse(error);
  const code = known.success ? known.data.code : 'unknown';
  return CAUSES[code] ?? `The file could not be read to its end (${code}). Check the disk and try again.`;
}
