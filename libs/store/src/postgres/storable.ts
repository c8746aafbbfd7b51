import type { Prisma } from '../generated/client.ts';

/** What Postgres refuses to keep in a text, NUL and lone surrogates, replaced by the sign for what cannot be read. */
export function storable(text: string): string {
  return text.replaceAll('\0', UNREADABLE).replace(/\p{Surrogate}/gu, UNREADABLE);
}

/** A value as JSON that Postgres keeps; fields that are undefined are left out. */
export function storableJson(value: unknown): Prisma.InputJsonValue | null {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map((each) => storableJson(each ?? null));
  if (typeof value === 'object') return storableObject(value);
  throw new Error(`a ${typeof value} cannot be kept as JSON`);
}

/** An object as JSON that Postgres keeps. */
export function storableObject(value: object): Prisma.InputJsonObject {
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(fields.map(([name, each]) => [storable(name), storableJson(each)]));
}

const UNREADABLE = '\uFFFD';
