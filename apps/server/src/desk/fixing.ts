import type { Engine } from '../engine.ts';

/** Makes moves of submissions when their time has come; the queue does so if this process has ended by then. */
export interface Fixing {
  /** To be done at a moment. */
  at(submission: string, when: Date): void;
  stop(): void;
}

/** What Nest knows it by. */
export const FIXING = Symbol('fixing');

export function fixing({ world, means }: Pick<Engine, 'world' | 'means'>, log: (line: string) => void): Fixing {
  const timers = new Set<NodeJS.Timeout>();
  return {
    at(submission, when) {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          world.fix(submission).catch((thrown: unknown) => log(`submission ${submission}: ${String(thrown)}`));
        },
        Math.max(0, when.getTime() - means.clock().getTime()),
      );
      timers.add(timer);
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
