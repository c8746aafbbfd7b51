/** Does one thing at a time for each name, in the order in which they were asked for. */
export type InTurn = <X>(name: string, work: () => Promise<X>) => Promise<X>;

/**
 * Waiting here holds nothing, while waiting for a lock in the database would hold one of its connections.
 */
export function inTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();

  return async (name, work) => {
    const before = last.get(name);
    const mine = before ? before.then(work, work) : work();
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}
