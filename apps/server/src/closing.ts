/** What is to be ended, and ends in the opposite order of its beginning. */
export interface Closers {
  add(close: () => Promise<void>): void;
  /** Ends all of it even if a part fails; the first failure is told. */
  close(): Promise<void>;
}

export function closers(): Closers {
  const closing: (() => Promise<void>)[] = [];
  return {
    add: (close) => void closing.unshift(close),
    async close() {
      const failures: unknown[] = [];
      for (const close of closing.splice(0)) await close().catch((thrown: unknown) => failures.push(thrown));
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** Done once, however often it is asked for. */
export function once<X>(act: () => Promise<X>): () => Promise<X> {
  let done: Promise<X> | undefined;
  return () => (done ??= act());
}
