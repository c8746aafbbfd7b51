import { isJudge } from '@moot/protocol';
import { turnKey, type Awaited, type SeenMove, type Speaking, type TurnName } from '@moot/wire';
import { seatInText, seatName } from '../parts/seat-look.ts';
import { briefOf } from './brief.ts';
import { askerOf, headOf, placeTitle } from './place-words.ts';
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

/** Entries that stand side by side, one in the column of its seat, or one across. */
export interface Block {
  readonly layout: 'pair' | 'column' | 'single';
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
  const { order, form } = shown.brief;
  const areApart = form === 'double';
  const groups = new Map<string, Entry[]>();
  const entries = entriesOf(shown);
  const heads = [...new Set(entries.filter((entry) => !isOfStep(entry)).map(({ turn }) => headOf(turn.at)))];
  for (const entry of entries.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))) {
    const head = headIn(heads, entry);
    groups.set(head, [...(groups.get(head) ?? []), entry]);
  }
  return [...groups].map(([at, group]) => {
    const isTogether = order === 'simultaneous' || (order === 'simultaneous-openings' && at === 'round 1');
    const blocks = isTogether ? paired(group) : group.map((entry) => ({ layout: 'single', entries: [entry] }) as const);
    return {
      key: at,
      title: at === 'end' && group.every(({ turn }) => turn.kind === 'verdict') ? 'Verdict' : titleOf(at, shown.brief),
      note: areApart ? APART : noteOf(group, isTogether),
      blocks: areApart ? blocks.map(inColumn) : blocks,
      speeches: group.filter((entry) => entry.form === 'speech').length,
    };
  });
}

function titleOf(at: string, brief: Shown['brief']): string | undefined {
  return at === 'round 0' && briefOf(brief).isInParts ? 'Before anything is said' : placeTitle(at);
}

/** A belief about a finished transcript, which is shown step by step. */
function isOfStep({ form, turn }: Entry): boolean {
  return form === 'belief' && turn.at.startsWith('step ');
}

/** What is believed before anything is read comes before it. */
function isFirst(entry: Entry): boolean {
  return isOfStep(entry) && entry.turn.at === 'step 0';
}

/** Steps are counted: what is believed after one stands with what was shown in it. */
function headIn(heads: readonly string[], entry: Entry): string {
  const nth = isOfStep(entry) ? Number(entry.turn.at.slice('step '.length)) : 0;
  return heads[nth - 1] ?? headOf(entry.turn.at);
}

const APART = 'apart: neither hears the other';

/** What is said to nobody but the judge stays in the column of its seat. */
function inColumn(block: Block): Block {
  const isLone = block.layout === 'single' && block.entries.every(isSpoken);
  return isLone ? { ...block, layout: 'column' } : block;
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
  if (a.turn.kind !== b.turn.kind || a.turn.version !== b.turn.version) return false;
  return a.turn.at === b.turn.at || (isCross(a) && isCross(b));
}

/** An answer to what another speaker has asked: both sides give theirs at once. */
function isCross({ turn }: Entry): boolean {
  const asker = turn.kind === 'reply' ? askerOf(turn.at) : undefined;
  return asker !== undefined && !isJudge(asker);
}

function noteOf(entries: readonly Entry[], isTogether: boolean): string | undefined {
  const seats = [...new Set(entries.filter(isSpoken).map(({ turn }) => turn.seat))];
  if (seats.length < 2) return undefined;
  return isTogether ? 'written at the same time' : seatName(seats.map(seatInText).join(', then '));
}
