import type { TurnName } from '@moot/protocol';
import type { Run } from '@moot/runner';
import type { Follower } from './follower.ts';
import type { Voice } from './voices.ts';

/** What live views need of the world. */
export interface Source {
  readonly run: (id: string) => Promise<Run | undefined>;
  /** The turns of a run that have failed. */
  readonly failed: (run: string) => Promise<readonly TurnName[]>;
  readonly log: (line: string) => void;
}

/** A run that somebody follows. */
export interface Watched {
  readonly followers: Set<Follower>;
  /** Looks up what has changed and tells the followers; asked again meanwhile, it looks once more. */
  changed(): void;
  /** Tells the followers, a little later, what has been said. */
  said(): void;
  stop(): void;
}

/** Words are gathered for so long before they are sent, in ms. */
const GATHER = 40;

export function watchedRun(first: Run, { run: load, failed, log }: Source, voices: () => readonly Voice[]): Watched {
  const followers = new Set<Follower>();
  let run = first;
  let state: 'quiet' | 'looking' | 'to-look-again' = 'quiet';
  let timer: NodeJS.Timeout | undefined;

  const look = async () => {
    do {
      state = 'looking';
      const [found, failures] = await Promise.all([load(run.id), failed(run.id)]);
      run = found ?? run;
      for (const each of followers) each.changed({ run, failed: failures, voices: voices() });
    } while (isToLookAgain());
    state = 'quiet';
  };
  const isToLookAgain = () => state === 'to-look-again';

  return {
    followers,
    changed() {
      const isLooking = state !== 'quiet';
      state = isLooking ? 'to-look-again' : 'looking';
      if (isLooking) return;
      look().catch((thrown: unknown) => {
        state = 'quiet';
        log(`live: run ${run.id}: ${String(thrown)}`);
      });
    },
    said() {
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const each of followers) each.said({ run, voices: voices() });
      }, GATHER);
    },
    stop: () => clearTimeout(timer),
  };
}
