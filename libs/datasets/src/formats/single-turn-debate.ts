import type { Question, Row, Source, Spot } from '@moot/experiment';
import { z } from 'zod';
import { fault } from '../rows/fault.ts';
import { gate, type Gate } from '../rows/gate.ts';
import { contentName, hashFraction } from '../rows/hash.ts';
import { objects, type LineObject } from './objects.ts';
import { oneLine } from './words.ts';

/**
 * Reads the questions that the single arguments of Parrish et al. 2022 are about: two options, one argument for each, and
 * as the source what both arguments quote of the passage, which the file does not hold.
 */
export async function* readSingleTurnDebate(file: string): AsyncGenerator<Row> {
  const doors = gate({
    key: 'question_id',
    question: 'question_text',
    options: 'argue_for',
    text: 'selected_snippets',
  });
  const asked: Asked = { waiting: new Map(), complete: new Map() };

  for await (const line of objects(file, argumentSchema)) {
    if (line.kind === 'fault') yield line;
    else yield* readArgument(line, asked, doors);
  }
  for (const { at } of asked.waiting.values()) yield fault({ ...at, field: 'argue_against' }, ALONE);
}

export const SINGLE_TURN_LICENCE = 'CC BY 4.0';

const ALONE =
  'No line argues for the other option of this question. If the file was cut off, copy it again; else add the line or take this one out.';

const argumentSchema = z
  .object({
    passage_id: z.string().min(1, 'it is empty'),
    question_id: z.string().min(1, 'it is empty'),
    question_text: z.string(),
    argue_for: z.string(),
    argue_against: z.string(),
    argue_for_id: z.int().min(0).max(1),
    argue_against_id: z.int().min(0).max(1),
    argue_for_correct: z.boolean(),
    selected_snippets: z.array(z.string()),
    argument: z.string().trim().min(1, 'it is empty'),
    writer: z.int(),
  })
  .refine((line) => line.argue_for_id !== line.argue_against_id, {
    path: ['argue_against_id'],
    error: 'it must differ from argue_for_id',
  });

type Argument = z.infer<typeof argumentSchema>;

/** The questions by their keys. The two arguments for one may stand far apart. */
interface Asked {
  /** Those with an argument for one option so far. */
  readonly waiting: Map<string, LineObject<Argument>>;
  /** Those with both, and a short name for each of their lines. */
  readonly complete: Map<string, readonly string[]>;
}

function* readArgument(line: LineObject<Argument>, { waiting, complete }: Asked, doors: Gate): Generator<Row> {
  const key = `${line.value.passage_id}_${line.value.question_id}`;
  const first = waiting.get(key);
  const known = complete.get(key) ?? (first === undefined ? [] : [nameOf(first)]);
  if (known.includes(nameOf(line))) return;
  if (complete.has(key)) {
    yield fault({ ...line.at, field: 'argue_for' }, twice(key));
    return;
  }
  if (first === undefined) {
    waiting.set(key, line);
    return;
  }

  waiting.delete(key);
  complete.set(key, [nameOf(first), nameOf(line)]);
  const odd = differing(first.value, line.value);
  if (odd !== undefined) {
    yield fault({ ...line.at, field: odd }, contradicts(odd, first.at));
    return;
  }
  yield* readPair(key, [first.value, line.value], { at: line.at, doors });
}

function nameOf({ value }: LineObject<Argument>): string {
  return contentName(JSON.stringify(value));
}

function twice(key: string): string {
  return `Both options of the question ${JSON.stringify(key)} were argued for before. Take one of the lines out.`;
}

/** The field by which a line is no argument for the other option of the same question. */
function differing(first: Argument, second: Argument): keyof Argument | undefined {
  if (second.question_text !== first.question_text) return 'question_text';
  if (second.argue_for_id !== first.argue_against_id) return 'argue_for_id';
  if (second.argue_for !== first.argue_against) return 'argue_for';
  if (second.argue_against !== first.argue_for) return 'argue_against';
  return second.argue_for_correct === first.argue_for_correct ? 'argue_for_correct' : undefined;
}

function contradicts(field: keyof Argument, { line }: Spot): string {
  const other = `the other argument for this question (line ${String(line)})`;
  if (field === 'question_text') return `question_text is not that of ${other}. Mend one, or give each its own key.`;
  return `${field} does not fit ${other}: one must argue for each option, and one option be right. Mend one of the two.`;
}

interface Place {
  readonly at: Spot;
  readonly doors: Gate;
}

function* readPair(key: string, pair: readonly [Argument, Argument], { at, doors }: Place): Generator<Row> {
  const source = excerptsOf(key, pair);
  for (const row of source === undefined ? [] : doors.source(source, at)) {
    yield row;
    if (row.kind === 'fault') return;
  }
  yield* doors.question({ ...questionOf(key, pair[0]), ...(source && { source: source.key }) }, at);
}

function questionOf(key: string, line: Argument): Question {
  const [argued, other] = [oneLine(line.argue_for), oneLine(line.argue_against)];
  const truth = line.argue_for_correct ? line.argue_for_id : line.argue_against_id;
  const options = line.argue_for_id === 0 ? [argued, other] : [other, argued];
  return { key, prompt: oneLine(line.question_text), options, truth, licence: SINGLE_TURN_LICENCE };
}

/** In an order that says nothing of who chose which; undefined where nobody quoted anything. */
function excerptsOf(key: string, pair: readonly [Argument, Argument]): Source | undefined {
  const quoted = pair.flatMap((line) => line.selected_snippets).map((snippet) => snippet.trim());
  const excerpts = [...new Set(quoted)].filter(
    (one, _, all) => !all.some((other) => other !== one && other.includes(one)),
  );
  if (excerpts.join('') === '') return undefined;

  const lot = (excerpt: string): number => hashFraction('excerpt', key, excerpt);
  const text = excerpts.sort((a, b) => lot(a) - lot(b)).join('\n\n[…]\n\n');
  return { key, title: `Excerpts of passage ${pair[0].passage_id}`, text };
}
