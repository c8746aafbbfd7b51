import { Option, type Command } from 'commander';
import type { Output } from '../output.ts';
import type { SettleOptions, SubmitOptions } from '../verbs/turns.ts';
import { examples, nameOf } from './help.ts';

/** What a researcher decides about turns, and what a person says in one. */
export function addTurns(moot: Command, output: Output): void {
  const by = new Option('--by <name>', 'who decides this, for the audit').default('researcher').argParser(nameOf);
  moot
    .command('retry')
    .summary('have failed turns taken again')
    .description('Have the failed turns of a run taken again.')
    .argument('<run>', ID)
    .option('--turn <turn>', 'only this one, as "A speech @round 1"')
    .addOption(by)
    .option('--why <reason>', 'why, for the audit')
    .action(async (run: string, options: SettleOptions) => {
      const { retryVerb } = await import('../verbs/turns.ts');
      await retryVerb(run, options, output);
    });
  moot
    .command('pass')
    .summary('give up turns so that a run can go on')
    .description('Give up turns of a run so that it can go on: the failed ones, or the one named.')
    .argument('<run>', ID)
    .option('--turn <turn>', 'this one, failed or not, as "A speech @round 1"')
    .addOption(by)
    .requiredOption('--why <reason>', 'why; it is kept in the transcript')
    .action(async (run: string, options: SettleOptions & { readonly why: string }) => {
      const { passVerb } = await import('../verbs/turns.ts');
      await passVerb(run, options, output);
    });
  addAbandon(moot, output, by);
  addSubmit(moot, output);
}

function addAbandon(moot: Command, output: Output, by: Option): void {
  moot
    .command('abandon')
    .summary('end a run without a verdict')
    .description('Pass all that a run still waits for, so that it ends; its verdict then counts as an abstention.')
    .argument('<run>', ID)
    .addOption(by)
    .requiredOption('--why <reason>', 'why; it is kept in the transcript')
    .action(async (run: string, options: { readonly by: string; readonly why: string }) => {
      const { abandonVerb } = await import('../verbs/turns.ts');
      await abandonVerb(run, options, output);
    });
}

const ID = 'its id, as moot ls runs lists it';

function addSubmit(moot: Command, output: Output): void {
  moot
    .command('submit')
    .summary('take a turn as a person')
    .description(
      'Take an open turn of a seat that the experiment gives to people. moot show lists open turns; a seat is one person’s from the first turn on.',
    )
    .argument('<run>', ID)
    .argument('<turn>', 'as "judge verdict @end"')
    .requiredOption('--by <pseudonym>', 'who speaks', nameOf)
    .option('--reply <text>', 'what is said, in the form that moot show --turn asks for')
    .option('--say <json>', 'the same as fields of the move; a belief then follows the stored order of the options')
    .addHelpText(
      'after',
      examples([
        'moot show 1a2b3c4d5e6f --turn "judge verdict @end"   # what there is to read, and how to reply',
        `moot submit 1a2b3c4d5e6f "judge verdict @end" --by ada --reply '{"reason": "…", "probabilities": {"1": 70, "2": 30}}'`,
      ]),
    )
    .action(async (run: string, turn: string, options: SubmitOptions) => {
      const { submitVerb } = await import('../verbs/turns.ts');
      await submitVerb(run, turn, options, output);
    });
}
