import { join } from 'node:path';
import type { Question, Row, Spot } from '@moot/experiment';
import { z } from 'zod';
import { fault } from '../../rows/fault.ts';
import { gate } from '../../rows/gate.ts';
import { detokenise, type Detokenised } from '../../text/detokenise.ts';
import { NYU_NAMES, questionOf, questionSchema, sourceOf, storySchema } from '../nyu-debate.ts';
import { objects } from '../objects.ts';
import { Room } from './room.ts';
import { runOf } from './run.ts';

/**
 * Reads the whole study of Michael et al. 2023 from the folder that holds it: the questions and stories as the format of
 * its questions reads them, and after each question the rooms in which it was asked, as runs.
 */
export async function* readNyuStudy(folder: string): AsyncGenerator<Row> {
  const doors = gate(NYU_NAMES);
  const stories = new Map<string, Detokenised>();
  for await (const story of objects(join(folder, 'stories.jsonl'), storySchema)) {
    if (story.kind === 'fault') {
      yield story;
      continue;
    }
    stories.set(story.value.storyId, detokenise(story.value.tokens));
    yield* doors.source(sourceOf(story.value), story.at);
  }

  const rooms = new Map<string, Placed>();
  for await (const line of objects(join(folder, 'debates.jsonl'), Room)) {
    if (line.kind === 'fault') yield line;
    else if (rooms.has(line.value.room))
      yield fault({ ...line.at, field: 'room' }, 'It was given before. Take one out.');
    else rooms.set(line.value.room, { room: line.value, at: line.at });
  }
  for await (const line of objects(join(folder, 'questions.jsonl'), askedSchema)) {
    if (line.kind === 'fault') {
      yield line;
      continue;
    }
    const question = questionOf(line.value);
    yield* doors.question(question, line.at);
    yield* runsOf(question, line.value.rooms, { rooms, stories, at: line.at });
  }
  for (const { at } of rooms.values())
    yield fault({ ...at, field: 'room' }, 'No question of questions.jsonl names it.');
}

const askedSchema = questionSchema.extend({ rooms: z.array(z.string()).readonly() });

interface Placed {
  readonly room: Room;
  readonly at: Spot;
}

interface Known {
  /** The rooms that no question has named yet. */
  readonly rooms: Map<string, Placed>;
  readonly stories: ReadonlyMap<string, Detokenised>;
  readonly at: Spot;
}

/** The rooms in which a question was asked. */
function* runsOf(question: Question, names: readonly string[], { rooms, stories, at }: Known): Generator<Row> {
  const counts = new Map<string, number>();
  const replicate = (arm: string) => {
    const next = (counts.get(arm) ?? 0) + 1;
    counts.set(arm, next);
    return next;
  };
  for (const name of names) {
    const placed = rooms.get(name);
    rooms.delete(name);
    const story = stories.get(placed?.room.storyId ?? '');
    if (!placed) yield fault({ ...at, field: 'rooms' }, `The room ${JSON.stringify(name)} is not in debates.jsonl.`);
    else if (!story || placed.room.storyId !== question.source)
      yield fault({ ...placed.at, field: 'storyId' }, `It is not the story of its question ${question.key}.`);
    else {
      const run = runOf(placed.room, placed.at, { question, story, replicate });
      yield 'why' in run ? run : { kind: 'run', ...run };
    }
  }
}
