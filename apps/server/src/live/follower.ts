import type { Table, Turn } from '@moot/protocol';
import type { Run, TurnRef } from '@moot/runner';
import { turnKey, type Delta, type Events, type RunState } from '@moot/wire';
import {
  asKnown,
  besideText,
  isWithheld,
  mayHear,
  ownMoves,
  runState,
  seenMoves,
  type Around,
  type Looking,
} from './state.ts';
import type { Voice } from './voices.ts';

/** Sends to one who follows; what is sent arrives in the order of the calls. */
export type Send = <E extends keyof Events>(event: E, what: Events[E]) => void;

/** A run as it is now: its moves, the turns that have failed or whose clocks have been started, and what is being said. */
export interface Now extends Pick<Around, 'failed' | 'started'> {
  readonly run: Run;
  readonly voices: readonly Voice[];
}

/** One who follows a run from somewhere. */
export interface Follower {
  /** The run as it is now, for one who knows so many moves. What is sent later builds on it. */
  begin(now: Now, since: number): RunState;
  /** Sends what has changed. */
  changed(now: Now): void;
  /** Sends words that were added since. */
  said(now: Pick<Now, 'run' | 'voices'>): void;
  /** Says that the words so far do not count. */
  withdrawn(turn: TurnRef): void;
}

export function follower(looking: Looking, send: Send): Follower {
  const held: Held = { looking, known: new Map(), seq: 0, last: '', isWithheld: false, heard: new Map() };
  return {
    begin(now, since) {
      const { table } = now.run;
      // Who says they know more than there is knows another run.
      held.seq = since <= table.moves.length ? since : 0;
      held.known = asKnown(held.seq === 0 ? [] : seenIn(table.at(held.seq), looking, []));
      held.heard.clear();
      return remembered(held, now, stateFor(held, now));
    },
    changed(now) {
      const state = stateFor(held, now);
      if (summary(state) !== held.last) send('state', remembered(held, now, state));
    },
    said(now) {
      for (const delta of deltas(held, now)) send('delta', delta);
    },
    withdrawn({ run, seat, kind, at, version }) {
      const turn = { seat, kind, at, version };
      if (held.heard.delete(turnKey(turn))) send('withdrawn', { run, turn });
    },
  };
}

/** What somebody has been sent of a run. */
interface Held {
  readonly looking: Looking;
  known: Map<string, string>;
  seq: number;
  /** What the last state said besides moves, in short. */
  last: string;
  /** Nothing of the run is for them until they begin. */
  isWithheld: boolean;
  readonly heard: Map<string, Heard>;
}

interface Heard {
  readonly length: number;
  /** How many quotes had been closed when they were last checked. */
  readonly quotes: number;
  readonly beside: Record<string, unknown>;
}

/** The moves that were sent; where it cannot be known whether a clock had been started by then, the fewest. */
function seenIn(table: Table, looking: Looking, started: Around['started']): ReturnType<typeof seenMoves> {
  return isWithheld(table, looking, started) ? ownMoves(table, looking) : seenMoves(table, looking);
}

function stateFor(held: Held, { run, failed, started, voices }: Now): RunState {
  const spoken: Around['spoken'] = (turn) => {
    const voice = voiceIn(voices, turn);
    return voice && { text: voice.text, beside: heardNow(held, run, turn, voice.text).beside };
  };
  return runState(run, held.looking, { failed, started, spoken }, held);
}

function remembered(held: Held, { run: { table }, started }: Now, state: RunState): RunState {
  held.isWithheld = isWithheld(table, held.looking, started);
  held.known = asKnown(seenIn(table, held.looking, started));
  held.seq = state.seq;
  held.last = summary(state);
  held.heard.clear();
  for (const { turn, text, beside } of state.speaking)
    held.heard.set(turnKey(turn), { length: text.length, quotes: quotesIn(text), beside });
  return state;
}

/** What is in the brief tells whether the clock has been started. */
function summary({ seq, awaited, brief }: RunState): string {
  return JSON.stringify([seq, awaited, Object.keys(brief)]);
}

/** The words that were added in each turn that may be heard. */
function deltas(held: Held, { run, voices }: Pick<Now, 'run' | 'voices'>): readonly Delta[] {
  const { table } = run;
  if (held.isWithheld) return [];
  return table.next().flatMap((turn) => {
    const voice = voiceIn(voices, turn);
    const before = held.heard.get(turnKey(turn));
    const from = before?.length ?? 0;
    if (!voice || voice.text.length <= from || !mayHear(table, turn, held.looking)) return [];
    const now = heardNow(held, run, turn, voice.text);
    held.heard.set(turnKey(turn), now);
    const { seat, kind, at, version } = turn;
    const said = { run: run.id, turn: { seat, kind, at, version }, from, text: voice.text.slice(from) };
    return [now.beside === before?.beside ? said : { ...said, beside: now.beside }];
  });
}

function voiceIn(voices: readonly Voice[], turn: Turn): Voice | undefined {
  return voices.find((each) => turnKey(each.turn) === turnKey(turn));
}

/** What is known of a turn that is being taken; what stands beside its words is worked out anew when another quote has been closed. */
function heardNow({ heard, looking }: Held, { table }: Run, turn: Turn, text: string): Heard {
  const before = heard.get(turnKey(turn));
  const quotes = quotesIn(text);
  if (quotes === (before?.quotes ?? 0)) return { length: text.length, quotes, beside: before?.beside ?? NOTHING };
  const whole = text.slice(0, text.toLowerCase().lastIndexOf(CLOSING) + CLOSING.length);
  return { length: text.length, quotes, beside: besideText(table, turn, whole, looking) };
}

const NOTHING = {};
const CLOSING = '</quote>';

function quotesIn(text: string): number {
  return text.match(/<\/quote>/gi)?.length ?? 0;
}
