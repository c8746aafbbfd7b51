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

/** After a look that failed, the next begins so much later, in ms. */
const PAUSE = 500;

export function watchedRun(first: Run, source: Source, voices: () => readonly Voice[]): Watched {
  const followers = new Set<Follower>();
  let run = first;
  let timer: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  const looking = looks(async () => {
    const [found, failed] = await Promise.all([source.run(first.id), source.failed(first.id)]);
    run = found ?? run;
    for (const each of followers) each.changed({ run, failed, voices: voices() });
  });
  const lookAtLast = () => {
    looking.again((thrown) => {
      source.log(`live: run ${first.id}: ${String(thrown)}`);
      // What could not be looked up may have changed all the same.
      if (followers.size > 0) later = setTimeout(lookAtLast, PAUSE);
    });
  };

  return {
    followers,
    changed: lookAtLast,
    said() {
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const each of followers) each.said({ run, voices: voices() });
      }, GATHER);
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(later);
    },
  };
}

/** One look at a time; asked for during one, another follows it. */
function looks(look: () => Promise<void>): { again(failed: (thrown: unknown) => void): void } {
  let state: 'quiet' | 'looking' | 'to-look-again' = 'quiet';
  const isToLookAgain = () => state === 'to-look-again';
  const lookOn = async () => {
    do {
      state = 'looking';
      await look();
    } while (isToLookAgain());
    state = 'quiet';
  };
  return {
    again(failed) {
      const isLooking = state !== 'quiet';
      state = isLooking ? 'to-look-again' : 'looking';
      if (isLooking) return;
      lookOn().catch((thrown: unknown) => {
        state = 'quiet';
        failed(thrown);
      });
    },
  };
}
