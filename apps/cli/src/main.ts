import { CommanderError } from 'commander';
import { terminal } from './output.ts';
import { program } from './program.ts';
import { shown } from './text.ts';

/** The command line as a program. */
try {
  await program(terminal).parseAsync();
} catch (thrown) {
  if (!(thrown instanceof CommanderError))
    terminal.remark(`moot: ${shown(thrown instanceof Error ? thrown.message : String(thrown))}`);
  process.exitCode = 1;
}
