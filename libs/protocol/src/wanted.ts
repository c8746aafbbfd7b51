import type { Budget } from './length.ts';

/** What is wanted of a turn: which fields of its kind that may be left out, and how long its text may be. */
export interface Wanted {
  readonly fields?: readonly string[];
  readonly length?: Budget;
}
