import { Prisma } from '../generated/client.ts';

/** Whether the database refused a row because one with its key is there already. */
export function isTaken(thrown: unknown): boolean {
  return codesOf(thrown).some((code) => code === 'P2002' || code === '23505');
}

/** Whether the database gave a transaction up for the sake of another: the same again may well succeed. */
function isPassing(thrown: unknown): boolean {
  return codesOf(thrown).some((code) => code === 'P2034' || code === '40001' || code === '40P01');
}

/** Does the work again, a few times, when the database gave it up for the sake of another. */
export async function persistently<X>(work: () => Promise<X>, times = 5): Promise<X> {
  try {
    return await work();
  } catch (thrown) {
    if (times <= 1 || !isPassing(thrown)) throw thrown;
    return persistently(work, times - 1);
  }
}

/** The codes of what was thrown: Prisma's own, and Postgres's where a statement was sent as it is. */
function codesOf(thrown: unknown): readonly string[] {
  if (!(thrown instanceof Prisma.PrismaClientKnownRequestError)) return [];
  const { code, meta } = thrown;
  const below = /"originalCode":"(\w+)"/.exec(JSON.stringify(meta?.driverAdapterError ?? {}))?.[1];
  return below === undefined ? [code] : [code, below];
}
