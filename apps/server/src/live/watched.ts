import type { TurnName } from '@moot/protocol';
import type { Run } from '@moot/runner';
import type { Follower, Now } from './follower.ts';
import type { Voice } from './voices.ts';

/** What live views need of the world. */
export interface Source {
  readonly run: (id: string) => Promise<Run | undefined>;
  /** The turns of a run that have failed. */
  readonly failed: (run: string) => Promise<readonly TurnName[]>;
  /** The turns of a run whose clocks have been started. */
  readonly started: (run: string) => Promise<readonly TurnName[]>;
  readonly log: (line: string) => void;
}

/** A run as it is kept; undefined if there is none. */
export async function lookedUp(source: Source, id: string): Promise<Omit<Now, 'voices'> | undefined> {
  const [run, failed] = await Promise.all([source.run(id), source.failed(id)]);
  if (!run) return undefined;
  const isLimited = run.table.next().some(({ seconds }) => seconds !== undefined);
  // Asked for after the moves: what is withheld too long is sent with the next look, what is sent stays sent.
  return { run, failed, started: isLimited ? await source.started(id) : [] };
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

export function watchedRun(first: Omit<Now, 'voices'>, source: Source, voices: () => readonly Voice[]): Watched {
  const { id } = first.run;
  const followers = new Set<Follower>();
  let now = first;
  let timer: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  const looking = looks(async () => {
    now = (await lookedUp(source, id)) ?? now;
    for (const each of followers) each.changed({ ...now, voices: voices() });
  });
  const lookAtLast = () => {
    looking.again((thrown) => {
      source.log(`live: run ${id}: ${String(thrown)}`);
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
        for (const each of followers) each.said({ run: now.run, voices: voices() });
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
