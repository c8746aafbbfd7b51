import { readers } from '@moot/datasets';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Output } from './output.ts';
import { doctorVerb } from './verbs/doctor.ts';
import { importVerb, type ImportOptions } from './verbs/import.ts';
import { LISTS, lsVerb, type LsOptions } from './verbs/ls.ts';
import { runVerb, type RunOptions } from './verbs/run.ts';
import { serverVerb } from './verbs/server.ts';
import { showVerb, type ShowOptions } from './verbs/show.ts';
import { FORMATS, sqlVerb, type SqlOptions } from './verbs/sql.ts';
import { passVerb, retryVerb, submitVerb, type SettleOptions, type SubmitOptions } from './verbs/turns.ts';

/** The command line: every verb with its arguments and help. */
export function program(output: Output): Command {
  const moot = new Command('moot')
    .description('A laboratory for scalable oversight.')
    .showHelpAfterError()
    .enablePositionalOptions();
  for (const add of [addImport, addRun, addLooking, addSql, addTurns, addServing]) add(moot, output);
  return moot;
}

function addImport(moot: Command, output: Output): void {
  moot
    .command('import')
    .description(
      'Read a data set into questions: all of it, or nothing if anything in it is wrong. Reading it again adds nothing.',
    )
    .addArgument(new Argument('<format>', 'how it is written').choices(Object.keys(readers)))
    .argument('<path>', 'the file or folder; for worlds what to make, such as "seed=7,count=200"')
    .option('--as <name>', 'the name of the data set (default: its format)')
    .option('--limit <n>', 'read at most so many questions', whole)
    .addOption(
      new Option(
        '--options <which>',
        'of questions with more than two options: all, or the true one and the best distractor',
      ).choices(['all', 'two']),
    )
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `\nFormats:\n${Object.entries(readers)
        .map(([name, { describe }]) => `  ${name.padEnd(12)} ${describe}`)
        .join('\n')}`,
    )
    .action((format: string, path: string, options: ImportOptions) => importVerb(format, path, options, output));
}

function addRun(moot: Command, output: Output): void {
  moot
    .command('run')
    .description('Check an experiment file to the last field, freeze it and start it.')
    .argument('<experiment.yaml>')
    .option('--wait', 'wait until it has ended, and compare the arms')
    .addOption(new Option('--people <who>', 'put simulated players where the file says people').choices(['simulated']))
    .option('--concurrency <n>', 'turns taken at once, if this command has to take them itself', whole)
    .option('--json', 'print the result as JSON')
    .action((file: string, options: RunOptions) => runVerb(file, options, output));
}

function addLooking(moot: Command, output: Output): void {
  moot
    .command('ls')
    .description('Say what there is.')
    .addArgument(new Argument('[what]').choices(LISTS).default('experiments'))
    .argument('[experiment]', 'whose runs (default: the last one started)')
    .option('--json', 'print it as JSON')
    .action((what: (typeof LISTS)[number], experiment: string | undefined, options: LsOptions) =>
      lsVerb(what, experiment, options, output),
    );
  moot
    .command('show')
    .description('Show one run: its transcript, failures and model calls. It marks the truth.')
    .argument('<run>')
    .option('--calls', 'list every model call')
    .option('--json', 'print it as JSON')
    .action((run: string, options: ShowOptions) => showVerb(run, options, output));
}

function addSql(moot: Command, output: Output): void {
  moot
    .command('sql')
    .description('Query the results in SQL, as a role that can read the schema results and nothing else.')
    .argument('<query>')
    .addOption(new Option('--format <format>', 'how to print the rows').choices(FORMATS).default('table'))
    .option('--out <file>', 'write to a file')
    .option('--rows <n>', 'the most rows', whole, 100_000)
    .option('--seconds <n>', 'the longest time', whole, 60)
    .action((query: string, options: SqlOptions) => sqlVerb(query, options, output));
}

function addTurns(moot: Command, output: Output): void {
  const by = new Option('--by <name>', 'who decides this, for the audit').default('researcher');
  moot
    .command('retry')
    .description('Have the failed turns of a run taken again.')
    .argument('<run>')
    .option('--turn <turn>', 'only this one, as "A speech @round 1"')
    .addOption(by)
    .option('--why <reason>')
    .action((run: string, options: SettleOptions) => retryVerb(run, options, output));
  moot
    .command('pass')
    .description('Give up turns of a run so that it can go on: the failed ones, or the one named.')
    .argument('<run>')
    .option('--turn <turn>', 'as "A speech @round 1"')
    .addOption(by)
    .requiredOption('--why <reason>')
    .action((run: string, options: SettleOptions & { readonly why: string }) => passVerb(run, options, output));
  moot
    .command('submit')
    .description('Take an open turn as a person.')
    .argument('<run>')
    .argument('<turn>', 'as "judge verdict @end"')
    .requiredOption('--by <pseudonym>', 'who speaks')
    .requiredOption('--say <json>', `what is said, such as '{"belief": [0.7, 0.3], "reason": "…"}'`)
    .action((run: string, turn: string, options: SubmitOptions) => submitVerb(run, turn, options, output));
}

function addServing(moot: Command, output: Output): void {
  moot
    .command('doctor')
    .description('Check database, model endpoints, queue, disk and settings, and say how to mend what is wrong.')
    .option('--json', 'print it as JSON')
    .action((options: { readonly json?: true }) => doctorVerb(options, output));
  moot
    .command('server')
    .description('Serve HTTP in a process of its own.')
    .action(() => serverVerb('api', {}, output));
  moot
    .command('worker')
    .description('Take turns in a process of its own.')
    .option('--concurrency <n>', 'turns taken at once', whole)
    .action((options: { readonly concurrency?: number }) => serverVerb('worker', options, output));
}

function whole(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It takes a whole number above 0.');
}
