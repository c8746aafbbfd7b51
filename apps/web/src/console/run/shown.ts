import type { Shown } from '@moot/ui';
import type { Table } from '@moot/protocol';
import { turnKey, type RunPage, type RunState, type Speaking } from '@moot/wire';
import { everything, judgedAt, ONLOOKER, seenFrom, type Seen } from './looking.ts';

/** What is looked at: a run as it is kept, its table if there is one, from a seat or from none, when so many moves were made. */
export interface Look {
  readonly page: RunPage;
  readonly table: Table | undefined;
  readonly seat: string | undefined;
  readonly made: number;
}

export function seenIn({ page, table, seat, made }: Look): Seen {
  if (table && seat !== undefined) return seenFrom(table, seat, made);
  return everything(page.moves, made, table && page.judged ? judgedAt(table) : []);
}

/** What is known of the setup from there. */
export function briefIn({ page, table, seat }: Omit<Look, 'made'>): Shown['brief'] {
  if (table && seat !== undefined) return { ...table.brief({ seat, at: '' }) };
  return table && page.judged ? { ...table.brief(ONLOOKER) } : page.setup;
}

/** A transcript as it stood, with what was sealed. Its reader sits in no seat, whoever they look over the shoulder of. */
export function shownThen(seen: Seen, brief: Shown['brief']): Shown {
  const awaited = seen.sealed.map(({ seat, kind, at, version }) => ({
    seat,
    kind,
    at,
    version,
    state: 'sealed' as const,
  }));
  return {
    seat: null,
    brief,
    moves: seen.moves,
    awaited,
    speaking: [],
    withdrawn: [],
  };
}

/** The same with what goes on now: what is being said, as far as it is heard from there, and what came in the meantime. */
export function shownNow(then: Shown, look: Look, live: Live): Shown {
  const { table, seat } = look;
  const isEverything = table === undefined || seat === undefined;
  const known = new Set(then.moves.map(turnKey));
  const news = isEverything ? live.state.moves.filter((move) => !known.has(turnKey(move))) : [];
  const isHeard = ({ turn }: Speaking) => isEverything || table.watches(turn, { seat, at: '' });
  return {
    ...then,
    moves: [...then.moves, ...news],
    awaited: isEverything ? live.state.awaited.filter(({ state }) => state !== 'failed') : then.awaited,
    speaking: live.state.speaking.filter(isHeard),
    withdrawn: live.withdrawn.filter(isHeard),
  };
}

export interface Live {
  readonly state: RunState;
  readonly withdrawn: readonly Speaking[];
}
