import { Command } from 'commander';
import { addImport, addRedteam, addRun } from './commands/experiments.ts';
import { addInvite, addSignIn } from './commands/people.ts';
import { addLooking, addSql } from './commands/looking.ts';
import { addReplay } from './commands/replay.ts';
import { addServing } from './commands/serving.ts';
import { addTurns } from './commands/turns.ts';
import type { Output } from './output.ts';
import { shown } from './text.ts';

/** The command line: every verb with its arguments and help. What a verb does is loaded when it is called. */
export function program(output: Output): Command {
  const moot = new Command('moot')
    .description(
      'A laboratory for scalable oversight: put questions through protocols, and compare what judges believe.',
    )
    .exitOverride()
    .configureHelp({ minWidthToWrap: 20 })
    .configureOutput({
      writeOut: (text) => output.line(text.trimEnd()),
      writeErr: (text) => output.remark(shown(text.trimEnd())),
      getOutHelpWidth: () => output.width ?? 80,
      getErrHelpWidth: () => output.width ?? 80,
    })
    .showHelpAfterError('(--help shows what it takes)')
    .addHelpText('after', '\nmoot <verb> --help says more of each. README.md leads through a first experiment.')
    .enablePositionalOptions();
  const adds = [
    addImport,
    addRun,
    addRedteam,
    addInvite,
    addLooking,
    addSql,
    addTurns,
    addReplay,
    addSignIn,
    addServing,
  ];
  for (const add of adds) add(moot, output);
  return moot;
}
