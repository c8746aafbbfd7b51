import { speechFilter } from '@moot/agents';
import type { TurnRef } from '@moot/runner';
import { turnKey } from '@moot/wire';

/** What is being said in a turn, as far as it may be heard: no thinking, no tags around it. */
export interface Voice {
  readonly turn: TurnRef;
  readonly text: string;
}

/** All that is being said in this process. A voice ends with its turn. */
export interface Voices {
  begin(turn: TurnRef): void;
  /** Adds a piece of a reply; false if it adds nothing that may be heard. */
  hear(turn: TurnRef, piece: string): boolean;
  end(turn: TurnRef): void;
  of(run: string): readonly Voice[];
}

/** The most that is kept of one turn, in characters; nobody reads more of it while it comes. */
const MOST = 64_000;

export function voices(): Voices {
  const runs = new Map<string, Map<string, Speaking>>();
  return {
    begin(turn) {
      const voice = { turn, text: '', push: speechFilter().push };
      const before = runs.get(turn.run);
      if (before) before.set(turnKey(turn), voice);
      else runs.set(turn.run, new Map([[turnKey(turn), voice]]));
    },
    hear(turn, piece) {
      const voice = runs.get(turn.run)?.get(turnKey(turn));
      if (!voice || voice.text.length >= MOST) return false;
      const heard = voice.push(piece).slice(0, MOST - voice.text.length);
      voice.text += heard;
      return heard !== '';
    },
    end({ run, ...turn }) {
      const own = runs.get(run);
      own?.delete(turnKey(turn));
      if (own?.size === 0) runs.delete(run);
    },
    of: (run) => [...(runs.get(run)?.values() ?? [])],
  };
}

interface Speaking {
  readonly turn: TurnRef;
  text: string;
  readonly push: (piece: string) => string;
}
