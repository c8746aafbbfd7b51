import type { PublishedMove } from '@moot/experiment';
import type { Maker } from '@moot/protocol';
import type { Detokenised } from '../../text/detokenise.ts';
import type { Room, Round, Spoken } from './room.ts';
import { speechOf, wordsOf } from './speech.ts';

/** How a room is read: its story, who sits in which seat, and where its two answers stand in the question's stored order. */
export interface Reading {
  readonly story: Detokenised;
  /** The seats of the study's debaters 0 and 1, as far as there are two. */
  readonly seats: Readonly<Partial<Record<'0' | '1', string>>>;
  /** The places of answers A and B in the stored order. */
  readonly places: readonly [number, number];
}

/** What a room followed and what was said in it, item by item and turn by turn. */
export interface Recording {
  readonly course: readonly Item[];
  readonly moves: readonly PublishedMove[];
}

/** An item of a course, as the protocols in which seats argue write it. */
type Item =
  | 'beliefs'
  | 'respond'
  | 'verdict'
  | 'simultaneous'
  | 'sequential'
  | 'negotiate'
  | { readonly item: 'simultaneous' | 'sequential' | 'negotiate'; readonly seats: readonly string[] };

/** The rounds of a room as a course and its moves. What its last judge said in ending it is the verdict. */
export function recorded(room: Room, reading: Reading): Recording {
  let spoken = 0;
  let madeAt = room.creationTime;
  const course: Item[] = [];
  const moves: PublishedMove[] = [];
  for (const round of room.rounds) {
    if (round.type === 'SimultaneousSpeeches' || round.type === 'SequentialSpeeches') spoken++;
    const part = partOf(round, { ...reading, at: `round ${spoken}`, madeAt, room });
    course.push(...part.course);
    moves.push(...part.moves);
    madeAt = moves.at(-1)?.madeAt.getTime() ?? madeAt;
  }
  return { course, moves };
}

/** Where nothing else was said of it: who made a move. */
export function makerOf(name: string): Maker {
  return name === MODEL ? `model:${MODEL}` : `person:${name}`;
}

/** The one model of the study. */
export const MODEL = 'GPT-4';

/** The judge's distribution over answers A and B as a belief in the question's stored order. */
export function beliefOf([a = 0, b = 0]: readonly number[], [first]: Reading['places']): readonly number[] {
  return first === 0 ? [a, b] : [b, a];
}

interface Spot extends Reading {
  readonly at: string;
  /** When the last thing was said, in ms. */
  readonly madeAt: number;
  readonly room: Room;
}

function partOf(round: Round, spot: Spot): Recording {
  switch (round.type) {
    case 'JudgeFeedback':
      return judged(round, spot);
    case 'SimultaneousSpeeches':
      return argued('simultaneous', round, spot);
    case 'SequentialSpeeches':
      return argued('sequential', round, spot);
    case 'NegotiateEnd':
      return negotiated(round, spot);
    case 'OfflineJudgments':
      return { course: [], moves: [] };
  }
}

function judged(
  { dist, end, feedback }: Extract<Round, { type: 'JudgeFeedback' }>,
  { at, places, seats }: Spot,
): Recording {
  const belief = beliefOf(dist, places),
    text = wordsOf(feedback.content);
  const turn = { seat: 'judge', version: 1, by: makerOf(feedback.speaker), madeAt: new Date(feedback.ts) };
  if (end)
    return { course: ['verdict'], moves: [{ ...turn, kind: 'verdict', at: 'end', said: { belief, reason: text } }] };
  const believed = { ...turn, kind: 'belief', at, said: { belief } };
  if (text === '') return { course: ['beliefs'], moves: [believed] };
  const said = { choice: 'ask', to: Object.values(seats), text };
  return {
    course: ['beliefs', 'respond'],
    moves: [believed, { ...turn, kind: 'respond', at: `${at}/1`, said }],
  };
}

function argued(
  item: 'simultaneous' | 'sequential',
  { speeches }: { readonly speeches: Readonly<Partial<Record<'0' | '1', Spoken>>> },
  { at, seats, story }: Spot,
): Recording {
  const moves = DEBATERS.flatMap((number) => {
    const [seat, spoken] = [seats[number], speeches[number]];
    if (seat === undefined || spoken === undefined) return [];
    const { text, quotes } = speechOf(spoken.content, story);
    const turn = { seat, kind: 'speech', at, version: 1, by: makerOf(spoken.speaker) };
    return [{ ...turn, said: { text }, added: { quotes }, madeAt: new Date(spoken.ts) }];
  }).toSorted((a, b) => a.madeAt.getTime() - b.madeAt.getTime());
  return itemFor(item, moves, Object.values(seats));
}

function negotiated({ votes }: Extract<Round, { type: 'NegotiateEnd' }>, { at, seats, madeAt, room }: Spot): Recording {
  const moves = DEBATERS.flatMap((number) => {
    const [seat, end] = [seats[number], votes[number]];
    if (seat === undefined || end === undefined) return [];
    const name = room.roles[number === '0' ? 'Debater A' : 'Debater B'] ?? seat;
    // The study did not note when; it was after what was said last.
    const turn = { seat, kind: 'negotiate', at, version: 1, by: makerOf(name) };
    return [{ ...turn, said: { end }, madeAt: new Date(madeAt) }];
  });
  return itemFor('negotiate', moves, Object.values(seats));
}

/** The item in which just these moves were made; it names seats where not all spoke, or in another order. */
function itemFor(
  item: 'simultaneous' | 'sequential' | 'negotiate',
  moves: readonly PublishedMove[],
  speakers: readonly string[],
): Recording {
  const seats = moves.map(({ seat }) => seat);
  if (seats.length === 0) return { course: [], moves };
  const isUsual = item === 'sequential' ? seats.join() === speakers.join() : seats.length === speakers.length;
  return { course: [isUsual ? item : { item, seats }], moves };
}

const DEBATERS = ['0', '1'] as const;
