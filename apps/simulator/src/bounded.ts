/** A map that forgets what was used longest ago once what it holds weighs more than it may. */
export interface Bounded<X> {
  get(key: string): X | undefined;
  set(key: string, value: X, weight?: number): void;
  entries(): readonly (readonly [string, X])[];
}

export function bounded<X>(most: number): Bounded<X> {
  const kept = new Map<string, { readonly value: X; readonly weight: number }>();
  let total = 0;

  const forget = (key: string): void => {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };

  return {
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set(key, value, weight = 1) {
      forget(key);
      kept.set(key, { value, weight });
      total += weight;
      for (const oldest of kept.keys()) {
        if (total <= most || kept.size === 1) return;
        forget(oldest);
      }
    },
    entries: () => [...kept].map(([key, { value }]) => [key, value]),
  };
}

/** The last things added, at most so many. */
export interface Latest<X> {
  add(item: X): void;
  list(): readonly X[];
}

export function latest<X>(most: number): Latest<X> {
  const items: X[] = [];
  return {
    add(item) {
      items.push(item);
      if (items.length > most) items.shift();
    },
    list: () => [...items],
  };
}
