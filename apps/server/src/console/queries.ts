import { RunStateName } from '@moot/wire';
import { z } from 'zod';

const page = z.coerce.number().int().min(1).max(100_000).default(1);

/** Which questions of a data set are wanted. */
export const QuestionQuery = z.object({ search: z.string().trim().max(200).default(''), page });
export type QuestionQuery = z.output<typeof QuestionQuery>;

/** Which runs of an experiment are wanted. */
export const RunQuery = z.object({ state: RunStateName.optional(), arm: z.string().max(100).optional(), page });
export type RunQuery = z.output<typeof RunQuery>;
