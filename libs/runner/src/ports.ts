import type { Parameters, Sitter } from '@moot/experiment';
import type { Message, Move, Refused, Reply, Table, Turn } from '@moot/protocol';

/** A run as the runner works on it. The table holds setup and transcript. */
export interface Run {
  readonly id: string;
  readonly table: Table;
  readonly seats: Readonly<Record<string, Sitter>>;
  /** Where all the randomness of the run comes from. */
  readonly seed: number;
}

/** The turn of a run that a job, a model call or a failure is about. */
export interface TurnRef extends Pick<Turn, 'seat' | 'kind' | 'at' | 'version'> {
  readonly run: string;
}

/** One request to a model. `model` is `endpoint/name`. */
export interface ModelRequest {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly reply: Reply;
  readonly parameters: Parameters;
  readonly mostTokens: number;
}

/**
 * How an attempt ended. `ok`: a whole reply came. `refusal`, `empty`, `too-long`: a reply came that is of no use.
 * `cut`: it ended before its end. `limited`: 429. `rejected`: the endpoint will never take it (key, model, request).
 */
export type AttemptStatus =
  | 'ok'
  | 'refusal'
  | 'empty'
  | 'too-long'
  | 'cut'
  | 'malformed'
  | 'limited'
  | 'timeout'
  | 'unreachable'
  | 'server-error'
  | 'rejected'
  | 'stopped';

/** One attempt at a model call. Nothing of it is thrown. */
export interface Attempt {
  readonly status: AttemptStatus;
  /** The reply as it came, at most 256 kB of it. */
  readonly text: string;
  /** What went wrong, in one line, without secrets. */
  readonly cause?: string;
  /** The pause that the endpoint asks for, in ms. */
  readonly retryAfter?: number;
  readonly usage?: { readonly promptTokens: number; readonly replyTokens: number; readonly isEstimated?: true };
  readonly costUsd?: number;
  readonly ms: number;
  /** What the endpoint says it is. */
  readonly reported?: { readonly model?: string; readonly requestId?: string; readonly fingerprint?: string };
  /** Of a reply that is one number: what else its tokens could have been, token by token. */
  readonly alternatives?: readonly Alternatives[];
  /** The parameters as sent. */
  readonly sent: Readonly<Record<string, unknown>>;
  /** Whether the reply comes from the simulator. */
  readonly simulated: boolean;
}

/** A token's place in a reply: the one that was chosen, then what else could have stood there, each with the natural logarithm of its probability. */
export type Alternatives = readonly { readonly token: string; readonly logprob: number }[];

/** Asks a model once. `hear` is called with each piece of text as it comes; an aborted signal ends it as `stopped`. */
export type Ask = (
  request: ModelRequest,
  follow: { readonly signal: AbortSignal; readonly hear?: (piece: string) => void },
) => Promise<Attempt>;

/** An attempt as it is kept: one row each, numbered from 1 within its turn. */
export interface Call extends Attempt {
  readonly turn: TurnRef;
  /** What of the turn was asked for: the `move` itself, a `candidate 2` for it, its `rating 2` … */
  readonly part: string;
  readonly attempt: number;
  readonly model: string;
  readonly messages: readonly Message[];
  /** SHA-256 of model, messages and parameters. */
  readonly promptHash: string;
  /** Why a reply that came whole could not be taken as the move, in the words that the model was told. */
  readonly fault?: string;
}

/** What comes of a change to a run: nothing, or a move with all that must be committed together with it. */
export type Change =
  | Refused
  | {
      readonly ok: true;
      readonly table: Table;
      readonly move: Move;
      readonly due: readonly Turn[];
      readonly isOver: boolean;
    };

/** What the runner needs from the world. */
export interface World {
  /** The run with all its moves, or undefined. */
  run(id: string): Promise<Run | undefined>;
  /**
   * Applies `change` while no one else can change the run. If it adds a move, the move, what is derived from it and the
   * jobs for the turns `due` are committed together, and the watchers are told after that.
   */
  extend(id: string, change: (run: Run) => Change): Promise<Change>;
  /** The attempts at a turn since it last failed and was retried, oldest first, and how many there were before. */
  calls(turn: TurnRef): Promise<Attempts>;
  /**
   * Counts a call that is about to be made in a turn and sets aside what it may cost at most, in US dollars, or says which
   * cap of the experiment could be passed by it. What was set aside is settled when the attempt is kept.
   */
  reserve(turn: TurnRef, usd: number): Promise<Reserved>;
  /** Keeps an attempt. Once this resolves, it is committed. Kept again, its fault is added and nothing else changes. */
  keepCall(call: Call): Promise<void>;
  /** Keeps that a turn has failed; the run waits for a researcher. Failing twice is failing once. */
  fail(turn: TurnRef, failure: Failure): Promise<void>;
  /** Settles the failure of a turn, and puts its job back when it is to be retried. False when there is no open failure. */
  settle(turn: TurnRef, how: Settlement): Promise<boolean>;
}

export type Reserved = { readonly ok: true } | { readonly ok: false; readonly words: string };

export interface Attempts {
  readonly earlier: number;
  readonly calls: readonly Call[];
}

export interface Failure {
  readonly cause: AttemptStatus | 'fault' | 'refused-by-rules' | 'cap';
  readonly words: string;
}

/** What a researcher decided about a failed turn; kept for the audit. */
export interface Settlement {
  readonly how: 'retried' | 'passed';
  readonly by: string;
  readonly why?: string;
}
