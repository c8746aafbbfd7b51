import { CommanderError } from 'commander';
import type { Output } from '../output.ts';
import { program } from '../program.ts';

/** What a command wrote, and what it ended with if not well. */
export interface Said {
  readonly out: string;
  readonly remarks: string;
  readonly fault: string | undefined;
}

/** Runs a command in this process, as somebody who calls it from a program. */
export function command(...args: readonly string[]): Promise<Said> {
  return commandOn({}, args);
}

/** The same on a terminal, or with remarks on one. */
export async function commandOn(terminal: Partial<Pick<Output, 'width'>>, args: readonly string[]): Promise<Said> {
  const [lines, remarks]: [string[], string[]] = [[], []];
  const output: Output = {
    line: (text) => void lines.push(text),
    remark: (text) => void remarks.push(text),
    width: terminal.width,
    isWatched: false,
  };
  const fault = await program(output)
    .parseAsync(args, { from: 'user' })
    .then(
      () => undefined,
      (thrown: unknown) => faultOf(thrown),
    );
  return { out: lines.join('\n'), remarks: remarks.join('\n'), fault };
}

function faultOf(thrown: unknown): string | undefined {
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return undefined;
  return thrown instanceof Error ? thrown.message : String(thrown);
}
