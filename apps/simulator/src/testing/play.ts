import { library } from '../players/library.ts';
import { modelOf, type Role } from '../players/model.ts';
import { replyTo, type Reply } from '../players/player.ts';
import type { Message } from '../players/prompt.ts';
import { debaterMessages, speechIn, type Spoken } from './prompts.ts';
import { KEY, type Case } from './worlds.ts';

/** Asks players without a server between; the books are shared, as in one. */
export interface Asking {
  readonly role?: Role;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly seed?: number;
  readonly key?: typeof KEY;
}

const books = library();

export function ask(
  messages: readonly Message[],
  { role = 'debater', parameters, seed = 1, key = KEY }: Asking = {},
): Reply {
  const model = modelOf(role, parameters);
  return replyTo({ model, messages, format: { kind: 'text' }, seed }, { key, books, seed: 0 });
}

/** A debate of so many rounds, both debaters speaking without having heard the other's speech of the round. */
export function debated(asked: Case, rounds: number, sideOfA: 0 | 1 = 0): readonly Spoken[] {
  let spoken: readonly Spoken[] = [];
  for (let round = 1; round <= rounds; round++) {
    const now = (['A', 'B'] as const).map((by) => {
      const { text } = ask(debaterMessages(asked, { seat: by, sideOfA, spoken }));
      return { by, round, text: speechIn(text) };
    });
    spoken = [...spoken, ...now];
  }
  return spoken;
}
