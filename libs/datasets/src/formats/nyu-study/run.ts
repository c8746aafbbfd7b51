import type { PublishedRun, Question, Sitter, Spot } from '@moot/experiment';
import { seedFrom } from '@moot/protocol';
import type { Detokenised } from '../../text/detokenise.ts';
import { fault, type Fault } from '../../rows/fault.ts';
import { oneLine } from '../words.ts';
import { armOf, optionsOf, protocolOf } from './arms.ts';
import { judgingsOf } from './judgings.ts';
import type { Room } from './room.ts';
import { MODEL, recorded, type Reading } from './transcript.ts';

/** What a room is read with. */
export interface Beside {
  readonly question: Question;
  readonly story: Detokenised;
  /** The number of the run among those of the same question and arm, from 1. */
  replicate(arm: string): number;
}

/** A room of the study as a run, or what in it cannot be one. */
export function runOf(room: Room, spot: Spot, { question, story, replicate }: Beside): PublishedRun | Fault {
  const places = placesOf(room, question);
  if (!places) return fault({ ...spot, field: 'answers' }, `They are not those of its question ${question.key}.`);
  const seats = speakersOf(room);
  if (!seats)
    return fault({ ...spot, field: 'roles' }, 'A debate has the debaters A and B, a consultancy one of them.');

  const arm = armOf(room);
  const reading: Reading = { story, places, seats };
  const recording = recorded(room, reading);
  const sides = Object.keys(seats).map((number) => places[number === '0' ? 0 : 1]);
  const orders = { sides, listed: places, choices: places };
  // An order of sides names all options, whoever takes the first.
  const all = [...sides, ...places.filter((place) => !sides.includes(place))];
  const posed = {
    question: question.prompt,
    options: question.options,
    source: story.text,
    orders: { ...orders, sides: all },
  };
  const arranged = protocolOf(room.setting.isDebate).arrange(optionsOf(room), { ...posed, seed: 0 });
  if ('unfit' in arranged) return fault(spot, arranged.unfit);
  return {
    key: room.room,
    arm,
    question: question.key,
    replicate: replicate(arm.name),
    setup: { ...arranged.setup, judges: room.roles.Judge === undefined ? 0 : 1, course: recording.course },
    seats: sittersOf(room, seats),
    orders,
    included: room.included,
    seed: seedFrom(0, room.room),
    createdAt: new Date(room.creationTime),
    moves: recording.moves,
    again: judgingsOf(room, reading, recording, question.options),
    spot,
  };
}

/** Where answers A and B stand in the question's stored order. */
function placesOf(
  { answers, correctAnswerIndex }: Room,
  { options, truth }: Question,
): readonly [number, number] | undefined {
  const [a, b] = answers.map((answer) => options.indexOf(oneLine(answer)));
  if (a === undefined || b === undefined || a === b || a < 0 || b < 0) return undefined;
  return (correctAnswerIndex === 0 ? a : b) === truth ? [a, b] : undefined;
}

function speakersOf({ roles, setting }: Room): Reading['seats'] | undefined {
  const [a, b] = [roles['Debater A'], roles['Debater B']].map((name) => name !== undefined);
  if (setting.isDebate) return a && b ? { 0: 'A', 1: 'B' } : undefined;
  if (a === b) return undefined;
  return a ? { 0: CONSULTANT } : { 1: CONSULTANT };
}

const CONSULTANT = 'consultant';

function sittersOf({ roles }: Room, seats: Reading['seats']): Readonly<Record<string, Sitter>> {
  const named = [
    [seats[0], roles['Debater A']],
    [seats[1], roles['Debater B']],
    ['judge', roles.Judge],
  ] as const;
  return Object.fromEntries(
    named.flatMap(([seat, name]) => (seat === undefined || name === undefined ? [] : [[seat, sitterOf(name)]])),
  );
}

function sitterOf(name: string): Sitter {
  return name === MODEL ? { kind: 'model', model: MODEL } : { kind: 'person', participant: name };
}
