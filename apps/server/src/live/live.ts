import type { Listener, Taken, TurnRef } from '@moot/runner';
import type { RunState } from '@moot/wire';
import { follower, type Now, type Send } from './follower.ts';
import type { Looking } from './state.ts';
import { voices, type Voices } from './voices.ts';
import { lookedUp, watchedRun, type Source, type Watched } from './watched.ts';

/** What those who follow runs are told, each by what may be seen from their place. */
export interface Live {
  /** Begins to follow a run, from so many known moves on; undefined if there is none. What comes later is sent. */
  follow(run: string, following: Wanted, send: Send): Promise<Following | undefined>;
  /** Something may have changed in a run. A hint: what is there is looked up. */
  changed(run: string): void;
  /** Anything may have changed. */
  anything(): void;
  /** Is told what models say in this process. */
  readonly listener: Listener;
  /** Is told what became of a turn that was taken in this process. */
  took(turn: TurnRef, taken: Taken): void;
}

/** From where somebody looks, and how many moves they know. */
interface Wanted {
  readonly looking: Looking;
  readonly since: number;
}

/** What Nest knows live views by. */
export const LIVE = Symbol('live');

export interface Following {
  readonly state: RunState;
  stop(): void;
}

export function live(source: Source): Live {
  const runs = new Map<string, Watched>();
  const speaking = voices();
  const entryFor = (id: string, now: Omit<Now, 'voices'>) => {
    const watched = runs.get(id) ?? watchedRun(now, source, () => speaking.of(id));
    runs.set(id, watched);
    return watched;
  };
  return {
    async follow(id, { looking, since }, send) {
      const now = await lookedUp(source, id);
      if (!now) return undefined;
      const watched = entryFor(id, now);
      const own = follower(looking, send);
      const state = own.begin({ ...now, voices: speaking.of(id) }, since);
      watched.followers.add(own);
      // What came between the look and now was told to nobody.
      watched.changed();
      return { state, stop: () => stopped(runs, id, () => watched.followers.delete(own)) };
    },
    changed: (id) => runs.get(id)?.changed(),
    anything: () => runs.forEach((watched) => watched.changed()),
    ...hearing(runs, speaking),
  };
}

/** Passes on what models say, and that it does not count when they are asked again. */
function hearing(runs: ReadonlyMap<string, Watched>, speaking: Voices): Pick<Live, 'listener' | 'took'> {
  const withdraw = (turn: TurnRef) => {
    for (const each of runs.get(turn.run)?.followers ?? []) each.withdrawn(turn);
  };
  return {
    listener: {
      begins(turn) {
        withdraw(turn);
        speaking.begin(turn);
        runs.get(turn.run)?.changed();
      },
      hears(turn, piece) {
        if (speaking.hear(turn, piece)) runs.get(turn.run)?.said();
      },
    },
    took(turn, taken) {
      if (taken !== 'moved' && taken !== 'not-open') withdraw(turn);
      speaking.end(turn);
      runs.get(turn.run)?.changed();
    },
  };
}

/** A run that nobody follows any more is forgotten. */
function stopped(runs: Map<string, Watched>, id: string, leave: () => void): void {
  leave();
  const watched = runs.get(id);
  if (!watched || watched.followers.size > 0) return;
  watched.stop();
  runs.delete(id);
}
