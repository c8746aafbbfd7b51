import { isJudge } from '@moot/protocol';
import { turnKey, type Awaited, type SeenMove, type Speaking, type TurnName } from '@moot/wire';
import { seatName } from '../parts/seat-look.ts';
import { quotesOf, saidIn, type Said } from './said.ts';

/** A run as a transcript is drawn from it. `withdrawn` is what was said in turns that are begun again. */
export interface Shown {
  readonly seat: string | null;
  readonly brief: Readonly<Record<string, unknown>>;
  readonly moves: readonly SeenMove[];
  readonly awaited: readonly Awaited[];
  readonly speaking: readonly Speaking[];
  readonly withdrawn: readonly Speaking[];
}

/** What stands in a transcript: a move, one that is being made, or one that is waited for. */
export interface Entry {
  readonly key: string;
  readonly turn: TurnName;
  readonly form: 'speech' | 'remark' | 'belief' | 'passed' | 'speaking' | 'waiting' | 'sealed' | 'failed';
  readonly said: Said;
  /** What was said in it before it was begun again. */
  readonly withdrawn: string | undefined;
}

/** Entries that stand side by side, or one. */
export interface Block {
  readonly layout: 'pair' | 'single';
  readonly entries: readonly Entry[];
}

export interface Round {
  readonly key: string;
  readonly title: string | undefined;
  /** How it is spoken: at the same time, or in which order. */
  readonly note: string | undefined;
  readonly blocks: readonly Block[];
  readonly speeches: number;
}

/** The transcript by rounds, in the order in which they began. */
export function roundsOf(shown: Shown): readonly Round[] {
  const isTogether = shown.brief.order === 'simultaneous';
  const groups = new Map<string, Entry[]>();
  for (const entry of entriesOf(shown)) {
    const head = entry.turn.at.split('/')[0] ?? '';
    groups.set(head, [...(groups.get(head) ?? []), entry]);
  }
  return [...groups].map(([at, entries]) => ({
    key: at,
    title: titleOf(at),
    note: noteOf(entries, isTogether),
    blocks: isTogether ? paired(entries) : entries.map((entry) => ({ layout: 'single', entries: [entry] })),
    speeches: entries.filter(({ form }) => form === 'speech').length,
  }));
}

function entriesOf({ moves, awaited, speaking, withdrawn }: Shown): readonly Entry[] {
  const taken = new Set([...moves, ...speaking.map(({ turn }) => turn)].map(turnKey));
  const before = new Map(withdrawn.map(({ turn, text }) => [turnKey(turn), text]));
  return [
    ...moves.map((move) => entry(move, formOf(move), saidIn(move))),
    ...speaking.map((each) =>
      entry(each.turn, 'speaking', { ...NOTHING, text: each.text, quotes: quotesOf(each.beside.quotes) }),
    ),
    ...awaited
      .filter((turn) => !taken.has(turnKey(turn)))
      .map((turn) => ({
        ...entry(turn, turn.state === 'speaking' ? 'waiting' : turn.state, NOTHING),
        withdrawn: before.get(turnKey(turn)),
      })),
  ];
}

const NOTHING: Said = saidIn({});

function entry(turn: TurnName, form: Entry['form'], said: Said): Entry {
  const { seat, kind, at, version } = turn;
  return { key: turnKey(turn), turn: { seat, kind, at, version }, form, said, withdrawn: undefined };
}

function formOf(move: SeenMove): Entry['form'] {
  const { passed, belief, text } = saidIn(move);
  if (passed !== undefined) return 'passed';
  if (belief) return 'belief';
  return text === undefined || isJudge(move.seat) ? 'remark' : 'speech';
}

/** Speeches of the same kind and place, which were made without knowing of each other, beside each other: the first seat on the left. */
function paired(entries: readonly Entry[]): readonly Block[] {
  const blocks: Block[] = [];
  const seen = new Set<Entry>();
  for (const each of entries) {
    if (seen.has(each)) continue;
    const pair = isSpoken(each) ? entries.filter((other) => isSpoken(other) && isBeside(each, other)) : [each];
    for (const other of pair) seen.add(other);
    const bySeat = pair.toSorted((a, b) => (a.turn.seat < b.turn.seat ? -1 : 1));
    blocks.push({ layout: pair.length === 2 ? 'pair' : 'single', entries: bySeat });
  }
  return blocks;
}

function isSpoken({ form, turn }: Entry): boolean {
  return form !== 'remark' && form !== 'belief' && !isJudge(turn.seat);
}

function isBeside(a: Entry, b: Entry): boolean {
  return a.turn.at === b.turn.at && a.turn.kind === b.turn.kind && a.turn.version === b.turn.version;
}

function titleOf(at: string): string | undefined {
  if (at === '') return undefined;
  if (at === 'round 0') return 'Before round 1';
  if (at === 'end') return 'Verdict';
  return /^\d+$/.test(at) ? `Question ${at}` : at.charAt(0).toUpperCase() + at.slice(1);
}

function noteOf(entries: readonly Entry[], isTogether: boolean): string | undefined {
  const seats = [...new Set(entries.filter(isSpoken).map(({ turn }) => turn.seat))];
  if (seats.length < 2) return undefined;
  return isTogether ? 'written at the same time' : seats.map(seatName).join(', then ');
}
