import type { Orders, Recorded } from '@moot/protocol';
import type { Spot } from './question.ts';
import type { Sitter } from './sitter.ts';

/** A run of a published study as it was: who sat where, what was said when, and who judged the transcript again. */
export interface PublishedRun {
  /** Its name in the study. */
  readonly key: string;
  readonly arm: PublishedArm;
  /** The key of its question. */
  readonly question: string;
  /** Its number among the study's runs of the same question and arm, from 1. */
  readonly replicate: number;
  readonly setup: object;
  readonly seats: Readonly<Record<string, Sitter>>;
  readonly orders: Orders;
  readonly seed: number;
  /** Whether the study itself counts it. */
  readonly included: boolean;
  readonly createdAt: Date;
  readonly moves: readonly PublishedMove[];
  readonly again: readonly PublishedJudging[];
  /** Where it stands in the study's files. */
  readonly spot: Spot;
}

/** A condition of a published study. */
export interface PublishedArm {
  readonly name: string;
  readonly protocol: string;
  readonly version: string;
  readonly options: object;
  readonly seats: object;
}

export type PublishedMove = Recorded & { readonly madeAt: Date };

/** Somebody who judged a finished transcript of the study. */
export interface PublishedJudging {
  readonly judge: string;
  readonly judging: 'whole' | 'stepped' | 'timed';
  /** How the transcript is shown, as it is frozen with a run of new judges. */
  readonly setup: object;
  readonly createdAt: Date;
  readonly moves: readonly PublishedMove[];
}
