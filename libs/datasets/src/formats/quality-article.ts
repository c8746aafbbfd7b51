import { z } from 'zod';

/** A line of a QuALITY file: an article with one writer's questions. */
export interface Article {
  readonly key: string;
  /** The name of this writer's set of questions. */
  readonly setKey: string;
  readonly title: string | undefined;
  readonly licence: string | undefined;
  readonly html: string;
  readonly items: readonly Item[];
}

export interface Item {
  readonly key: string;
  readonly question: string;
  readonly options: readonly string[];
  /** The number of the right option, from 1. */
  readonly gold: number | undefined;
  readonly goldField: string;
  /** The options, from 1, that validators chose without a time limit or called the best distractor. */
  readonly votes: readonly number[];
  readonly difficult: number | undefined;
}

const validationSchema = z.object({
  untimed_answer: z.int().optional(),
  untimed_best_distractor: z.int().optional(),
  untimed_eval3_distractor: z.int().optional(),
});

const questionSchema = z.object({
  question: z.string(),
  question_unique_id: z.string().optional(),
  options: z.array(z.string()),
  gold_label: z.int().optional(),
  gold_field: z.string().optional(),
  validation: z.array(validationSchema).optional(),
  difficult: z.int().optional(),
});

const lineSchema = z.object({
  article_id: z.union([z.string(), z.int()], 'give a text or a number'),
  set_unique_id: z.string().optional(),
  unique_id: z.string().optional(),
  title: z.string().optional(),
  license: z.string().optional(),
  article: z.union([z.string(), z.array(z.string())], 'give a text or a list of lines'),
  questions: z.array(questionSchema).min(1, 'there is none'),
});

/** Reads a line in the form of the release (`questions`) or in the flat form of its example (`question1` …). */
export const articleSchema = z.preprocess(unflattened, lineSchema.transform(articleOf));

function articleOf(line: z.infer<typeof lineSchema>): Article {
  const key = String(line.article_id);
  const setKey = line.set_unique_id ?? line.unique_id ?? key;
  return {
    key,
    setKey,
    title: line.title?.trim(),
    licence: line.license?.replace(/\s+/g, ' ').trim(),
    html: [line.article].flat().join(''),
    items: line.questions.map((question, i) => itemOf(question, setKey, i)),
  };
}

function itemOf(question: z.infer<typeof questionSchema>, setKey: string, i: number): Item {
  const votes = (question.validation ?? []).flatMap((vote) => Object.values(vote));
  return {
    key: question.question_unique_id ?? `${setKey}_${String(i + 1)}`,
    question: question.question,
    options: question.options,
    gold: question.gold_label,
    goldField: question.gold_field ?? `questions[${String(i)}].gold_label`,
    votes: votes.filter((vote) => vote !== undefined),
    difficult: question.difficult,
  };
}

const flatSchema = z.record(z.string(), z.unknown());
const votesSchema = z.array(z.unknown()).catch([]);

function unflattened(line: unknown): unknown {
  const flat = flatSchema.safeParse(line);
  if (!flat.success || 'questions' in flat.data) return line;

  const questions: unknown[] = [];
  for (let i = 1; flat.data[`question${String(i)}`] !== undefined; i++) questions.push(flatQuestion(flat.data, i));
  return { ...flat.data, questions };
}

function flatQuestion(line: Readonly<Record<string, unknown>>, i: number): unknown {
  const name = `question${String(i)}`;
  const answers = votesSchema.parse(line[`${name}_annotator_answers`]);
  const distractors = votesSchema.parse(line[`${name}_eval3s`]);
  return {
    question: line[name],
    options: [1, 2, 3, 4].map((option) => line[`${name}option${String(option)}`]),
    gold_label: line[`${name}_gold_label`],
    gold_field: `${name}_gold_label`,
    validation: [
      ...answers.map((answer) => ({ untimed_answer: answer })),
      ...distractors.map((distractor) => ({ untimed_best_distractor: distractor })),
    ],
  };
}
