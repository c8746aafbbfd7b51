import { createHash } from 'node:crypto';

/** A short name for a content: the same content has the same name, on every machine. */
export function contentName(...parts: readonly string[]): string {
  return digest(parts).toString('hex').slice(0, 16);
}

/** A number from 0 (inclusive) to 1 (exclusive) that follows from the parts alone. */
export function hashFraction(...parts: readonly string[]): number {
  return digest(parts).readUIntBE(0, 6) / 2 ** 48;
}

function digest(parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}
