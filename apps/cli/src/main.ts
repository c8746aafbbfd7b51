import { CommanderError } from 'commander';
import { isGone, standardOutput } from './output.ts';
import { program } from './program.ts';
import { shown } from './text.ts';

/** The command line as a program. */
const output = standardOutput();
try {
  await program(output).parseAsync();
  const fault = output.fault();
  if (fault) throw fault;
} catch (thrown) {
  if (thrown instanceof CommanderError) process.exitCode = thrown.exitCode;
  else if (!isGone(thrown)) {
    output.remark(`moot: ${shown(thrown instanceof Error ? thrown.message : String(thrown))}`);
    process.exitCode = 1;
  }
}
