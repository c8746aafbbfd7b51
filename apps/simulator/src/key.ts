import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { digest, plain } from './text.ts';

/** The truth about a question or a target, as it is written into the key file. */
export interface KeyEntry {
  /** The text of the question, as prompts carry it. */
  readonly text: string;
  /** The text of the true option. */
  readonly truth: string;
}

/** What a key file knows: the only place from which the simulator learns truth. */
export interface Key {
  /** How many truths are kept. */
  readonly size: number;
  /** The index of the true option. Undefined when nothing is known, or when two of the options are kept as true. */
  truthOf(text: string, options: readonly string[]): number | undefined;
}

/**
 * Adds truths to a key file, those that it does not have yet. Lines are added in one write, so that two programs may add
 * at once, and a line that was cut by a crash is passed over by readers and written again the next time.
 */
export async function writeKey(keyFile: string, entries: readonly KeyEntry[]): Promise<void> {
  await mkdir(dirname(keyFile), { recursive: true });
  const before = await textOf(keyFile);
  const lines = missing(linesOf(before), entries);
  if (lines.length === 0) return;

  const start = before === '' || before.endsWith('\n') ? '' : '\n';
  const bytes = Buffer.from(`${start}${lines.join('\n')}\n`);
  const file = await open(keyFile, 'a', 0o600);
  try {
    const { bytesWritten } = await file.write(bytes);
    if (bytesWritten < bytes.length)
      throw new Error(`the key file ${keyFile} could not be written whole: is the disk full?`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Reads a key file. One that does not exist knows nothing. */
export async function readKey(keyFile: string): Promise<Key> {
  return keyOf(linesOf(await textOf(keyFile)));
}

/** Gives the key as it is in the file now: reads it again when the file has changed. */
export function followKey(keyFile: string | undefined): () => Promise<Key> {
  let seen = '';
  let key: Promise<Key> = Promise.resolve(keyOf([]));
  if (keyFile === undefined) return () => key;

  return async () => {
    const now = await stampOf(keyFile);
    if (now !== seen) key = readKey(keyFile);
    seen = now;
    return key.catch((error: unknown) => {
      seen = '';
      throw error;
    });
  };
}

const Line = z.object({ hash: z.string(), truth: z.string() });
type Line = z.output<typeof Line>;

function keyOf(lines: readonly Line[]): Key {
  const truths = new Map<string, string[]>();
  for (const { hash, truth } of lines) truths.set(hash, [...(truths.get(hash) ?? []), truth]);

  return {
    size: lines.length,
    truthOf(text, options) {
      const known = truths.get(hashOf(text)) ?? [];
      const fitting = options.flatMap((option, i) => (known.includes(plain(option)) ? [i] : []));
      return fitting.length === 1 ? fitting[0] : undefined;
    },
  };
}

function missing(known: readonly Line[], entries: readonly KeyEntry[]): readonly string[] {
  const have = new Set(known.map(({ hash, truth }) => JSON.stringify({ hash, truth })));
  const wanted = new Set(entries.map(({ text, truth }) => JSON.stringify({ hash: hashOf(text), truth: plain(truth) })));
  return [...wanted].filter((line) => !have.has(line));
}

function linesOf(text: string): readonly Line[] {
  return text.split('\n').flatMap((line) => lineOf(line) ?? []);
}

function lineOf(line: string): Line | undefined {
  if (line === '') return undefined;
  try {
    return Line.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function hashOf(text: string): string {
  return digest(plain(text));
}

async function textOf(keyFile: string): Promise<string> {
  try {
    return await readFile(keyFile, 'utf8');
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}

async function stampOf(keyFile: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(keyFile);
    return `${String(ino)} ${String(size)} ${String(mtimeMs)}`;
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
