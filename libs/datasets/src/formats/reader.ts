import type { Row } from '@moot/experiment';

/** Reads a data set at a path, row by row; what cannot be read is a fault among the rows, never an error. */
export type Reader = (path: string, options?: ReadOptions) => AsyncIterable<Row>;

export interface ReadOptions {
  /** For formats with more than two options: all of them, or the true one and the best distractor. */
  readonly options?: 'all' | 'two';
}

/** A reader with what there is to know about its format. */
export interface Format {
  readonly read: Reader;
  /** One sentence: what lies at the path. */
  readonly describe: string;
  readonly licence?: string;
  readonly origin?: string;
}
