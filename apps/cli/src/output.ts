import { shownJson } from './text.ts';

/** Where a command writes. */
export interface Output {
  /** A line of the result. */
  line(text: string): void;
  /** A line for whoever watches: progress and remarks, kept out of the result. */
  remark(text: string): void;
  /** How many characters a line of the terminal has that the result goes to; undefined for a file or a program. */
  readonly width: number | undefined;
  /** Whether remarks go to a terminal, where progress can be drawn. */
  readonly isWatched: boolean;
}

/** The output of this process. Once nobody reads it any more, writing to it ends the command. */
export function standardOutput(): Output & { fault(): Error | undefined } {
  let fault: Error | undefined;
  process.stdout.on('error', (cause: Error) => (fault ??= inWords(cause)));
  process.stderr.on('error', () => undefined);
  return {
    line(text) {
      if (fault) throw fault;
      process.stdout.write(`${text}\n`);
    },
    remark: (text) => void process.stderr.write(`${text}\n`),
    width: process.stdout.isTTY && process.stdout.columns > 0 ? process.stdout.columns : undefined,
    isWatched: process.stderr.isTTY,
    fault: () => fault,
  };
}

const GONE = 'nobody reads the output any more';

/** Whether a command ended because whoever read its output had enough of it, such as `head`. */
export function isGone(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message === GONE;
}

function inWords(cause: Error): Error {
  const isPipe = 'code' in cause && (cause.code === 'EPIPE' || cause.code === 'ECONNRESET');
  return new Error(isPipe ? GONE : `the output cannot be written: ${cause.message}`, { cause });
}

export function json(value: unknown): string {
  return shownJson(JSON.stringify(value, undefined, 2));
}
