import { join } from 'node:path';
import type { Question, Row, Source, Spot } from '@moot/experiment';
import { z } from 'zod';
import { fault } from '../rows/fault.ts';
import { gate, type Gate } from '../rows/gate.ts';
import { objects } from './objects.ts';
import { isDirectory, readTexts } from './texts.ts';

/**
 * Reads one object a line, a source or a question; a source stands before the questions about it. Of a folder it reads
 * `texts/*.txt` as sources, then `questions.jsonl`.
 */
export async function* readJsonl(path: string): AsyncGenerator<Row> {
  const doors = gate({ 'source key': 'key' });
  const isFolder = await isDirectory(path);
  if (isFolder) yield* readTexts(join(path, 'texts'), doors);

  for await (const object of objects(isFolder ? join(path, 'questions.jsonl') : path, lineSchema)) {
    if (object.kind === 'fault') yield object;
    else if (object.value.kind === 'source') yield* doors.source(sourceOf(object.value), object.at);
    else yield* readQuestion(object.value, object.at, doors);
  }
}

const sourceSchema = strict({
  kind: z.literal('source'),
  key: z.string(),
  title: z.string().exactOptional(),
  text: z.string(),
});

const questionSchema = strict({
  kind: z.literal('question'),
  key: z.string(),
  question: z.string(),
  options: z.array(z.string()),
  truth: z.union([z.int(), z.string()], 'give the index of an option (from 0) or its text'),
  source: z.string().exactOptional(),
  licence: z.string().exactOptional(),
  split: z.string().exactOptional(),
  difficulty: z.string().exactOptional(),
});

/** A line without a kind is a question. */
const lineSchema = z.preprocess(
  (line) => (isObject(line) && !('kind' in line) ? { kind: 'question', ...line } : line),
  z.discriminatedUnion('kind', [sourceSchema, questionSchema], {
    error: ({ input }) => (isObject(input) ? 'give "source" or "question"' : 'it must hold one object, in braces'),
  }),
);

function strict<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      return `there is no field ${issue.keys.map((key) => JSON.stringify(key)).join(', ')} (there are: ${known})`;
    },
  });
}

function isObject(line: unknown): line is object {
  return typeof line === 'object' && line !== null && !Array.isArray(line);
}

function sourceOf({ key, title, text }: z.infer<typeof sourceSchema>): Source {
  return { key, text, ...(title !== undefined && { title }) };
}

function* readQuestion(line: z.infer<typeof questionSchema>, at: Spot, doors: Gate): Generator<Row> {
  const options = line.options.map((option) => option.trim());
  const truth = typeof line.truth === 'number' ? line.truth : options.indexOf(line.truth.trim());
  if (options[truth] === undefined) yield fault({ ...at, field: 'truth' }, noSuchOption(line.truth, options.length));
  else yield* doors.question({ ...notesOf(line), key: line.key, prompt: line.question.trim(), options, truth }, at);
}

function notesOf({ source, licence, split, difficulty }: z.infer<typeof questionSchema>): Partial<Question> {
  return {
    ...(source !== undefined && { source }),
    ...(licence !== undefined && { licence }),
    ...(split !== undefined && { split }),
    ...(difficulty !== undefined && { difficulty }),
  };
}

function noSuchOption(told: number | string, count: number): string {
  const range = `Give the index, from 0 to ${String(count - 1)} and without quotation marks, or the option's text.`;
  return `truth ${JSON.stringify(told)} is none of the ${String(count)} options. ${range}`;
}
