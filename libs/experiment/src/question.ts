import type { PublishedRun } from './published.ts';

/** What is asked, its possible answers and, only here, the truth. */
export interface Question {
  /** Its name in its data set; imported again under the same name, it is the same question. */
  readonly key: string;
  readonly prompt: string;
  /** Two or more, in the stored order to which every belief refers. */
  readonly options: readonly string[];
  /** The index of the true option. */
  readonly truth: number;
  /** The key of the source in which the answer is found. */
  readonly source?: string;
  readonly licence?: string;
  readonly split?: string;
  readonly difficulty?: string;
}

/** A text that the expert side sees and the judge does not. */
export interface Source {
  readonly key: string;
  readonly title?: string;
  readonly text: string;
}

/** Where something stands in a file, for whoever has to mend it. Lines and columns count from 1. */
export interface Spot {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly field?: string;
}

/** What the reader of a data set yields, sources before the questions that refer to them, and questions before their published runs. */
export type Row =
  | ({ readonly kind: 'source' } & Source)
  | ({ readonly kind: 'question' } & Question)
  | ({ readonly kind: 'run' } & PublishedRun)
  | { readonly kind: 'fault'; readonly at: Spot; readonly why: string };
