import type { ModelSitter, Parameters } from '@moot/experiment';
import { isJudgment, type How, type Prompt, type Table, type Turn } from '@moot/protocol';
import { best, rewritten } from './drafting.ts';
import { judged } from './judging.ts';
import type { Call } from './ports.ts';

/** One thing that a model is asked in a turn. Its attempts are kept under the name of the part. */
export interface Task {
  readonly part: string;
  readonly model: string;
  readonly prompt: Prompt;
  readonly parameters?: Parameters;
  /** How many were drawn from the same prompt before: a seed that is set is moved on by so much. */
  readonly drawn?: number;
  /** Whether what is said is spoken at once, so that it can be followed word by word. */
  readonly isSpoken?: true;
  /** What is wrong with what was said beyond its form, in words for the model. */
  readonly fault?: (said: object) => string | undefined;
}

/** A task that is done: what was said, and in which call. */
export interface Answer {
  readonly said: object;
  readonly call: Call;
}

/** Something that is asked of models task by task. It follows from the answers alone, so that it can be taken up anywhere. */
export type Course<Result> = Generator<Task, Result, Answer>;

/** The turn of a model, with what its tasks follow from. */
export interface Seated {
  readonly table: Table;
  readonly turn: Turn;
  readonly sitter: ModelSitter;
}

/** All that is asked in a turn until there is a move: one question, a belief asked for in several ways, or drafts. */
export function* courseOf(seated: Seated): Course<Answer> {
  const { table, turn, sitter } = seated;
  const { model, parameters, bestOf = 1, critiques = 0 } = sitter;
  const own = { model, ...(parameters && { parameters }) };
  if (isJudgment(turn)) {
    const ask = (how: How) => ({ ...own, prompt: table.prompt(turn, how) });
    return yield* judged(sitter, ask, (order) => (order === 1 ? 'move' : `order ${order}`));
  }
  const isDrafted = (bestOf > 1 || critiques > 0) && table.drafts(turn, { text: '' }) !== undefined;
  if (!isDrafted) return yield { part: 'move', ...own, prompt: table.prompt(turn), isSpoken: true };
  const draft = yield* best(seated);
  return critiques > 0 ? yield* rewritten(seated, draft) : draft;
}
