import { join } from 'node:path';
import type { Question, Row, Source } from '@moot/experiment';
import { z } from 'zod';
import { gate, type Gate } from '../rows/gate.ts';
import { orderByKey } from '../rows/order.ts';
import { detokenise } from '../text/detokenise.ts';
import { objects } from './objects.ts';
import { oneLine } from './words.ts';

/** Reads the questions and stories of the debates between people of Michael et al. 2023, from the folder that holds them. */
export async function* readNyuDebate(folder: string): AsyncGenerator<Row> {
  const doors = gate(NYU_NAMES);
  yield* readStories(join(folder, 'stories.jsonl'), doors);
  yield* readQuestions(join(folder, 'questions.jsonl'), doors);
}

export const NYU_LICENCE = 'CC BY 4.0';

/** The file's own names for fields. */
export const NYU_NAMES = {
  key: 'questionId',
  source: 'storyId',
  'source key': 'storyId',
  options: 'distractor',
  text: 'tokens',
};

export const storySchema = z.object({ storyId: z.string(), title: z.string(), tokens: z.array(z.string()) });

export const questionSchema = z.object({
  questionId: z.string(),
  storyId: z.string(),
  question: z.string(),
  correct: z.string(),
  distractor: z.string(),
});

async function* readStories(file: string, doors: Gate): AsyncGenerator<Row> {
  for await (const story of objects(file, storySchema)) {
    if (story.kind === 'fault') {
      yield story;
      continue;
    }
    yield* doors.source(sourceOf(story.value), story.at);
  }
}

async function* readQuestions(file: string, doors: Gate): AsyncGenerator<Row> {
  for await (const line of objects(file, questionSchema)) {
    if (line.kind === 'fault') {
      yield line;
      continue;
    }
    yield* doors.question(questionOf(line.value), line.at);
  }
}

/** A story as a source. */
export function sourceOf({ storyId, title, tokens }: z.output<typeof storySchema>): Source {
  return { key: storyId, title: oneLine(title), text: detokenise(tokens).text };
}

/** A question with its options in the order in which they are stored. */
export function questionOf({
  questionId: key,
  storyId: source,
  question,
  correct,
  distractor,
}: z.output<typeof questionSchema>): Question {
  const ordered = orderByKey(key, [oneLine(correct), oneLine(distractor)], 0);
  return { key, prompt: oneLine(question), ...ordered, source, licence: NYU_LICENCE };
}
