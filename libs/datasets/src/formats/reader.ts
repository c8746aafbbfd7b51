import type { Row } from '@moot/experiment';

/** Reads a data set at a path, row by row; what cannot be read is a fault among the rows, never an error. */
export type Reader = (path: string, options?: ReadOptions) => AsyncIterable<Row>;

export interface ReadOptions {
  /** Of questions with more options than that: how many, the true one among them. */
  readonly options?: 'all' | number;
  /** For formats that say of no wrong option that it is the best: which ones are drawn. */
  readonly seed?: number;
}

/** A reader with what there is to know about its format. */
export interface Format {
  readonly read: Reader;
  /** One sentence: what lies at the path. */
  readonly describe: string;
  readonly licence?: string;
  readonly origin?: string;
}
