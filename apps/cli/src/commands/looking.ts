import { Argument, Option, type Command } from 'commander';
import { FORMATS, LISTS, type List } from '../choices.ts';
import type { Output } from '../output.ts';
import type { LsOptions } from '../verbs/ls.ts';
import type { ShowOptions } from '../verbs/show.ts';
import type { SqlOptions } from '../verbs/sql.ts';
import { examples, items, whole, type Item } from './help.ts';

/** `moot ls` and `moot show`. */
export function addLooking(moot: Command, output: Output): void {
  moot
    .command('ls')
    .summary('list experiments, runs, judges or data sets')
    .description('List what there is.')
    .addArgument(new Argument('[what]', 'what to list').choices(LISTS).default('experiments'))
    .argument('[experiment]', 'whose runs (default: of the experiment started last)')
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples(['moot ls', 'moot ls runs pilot', 'moot ls judges']))
    .action(async (what: List, experiment: string | undefined, options: LsOptions) => {
      const { lsVerb } = await import('../verbs/ls.ts');
      await lsVerb(what, experiment, options, output);
    });
  moot
    .command('show')
    .summary('show one run: transcript, failures, model calls')
    .description('Show one run: its transcript, failures, open turns and model calls. It marks the true option.')
    .argument('<run>', 'its id, as moot ls runs lists it')
    .option('--calls', 'list every model call')
    .addOption(
      new Option('--turn <turn>', 'only what there is to read in an open turn, without the truth').conflicts([
        'calls',
        'json',
      ]),
    )
    .option('--json', 'print it as JSON')
    .action(async (run: string, options: ShowOptions) => {
      const { showVerb } = await import('../verbs/show.ts');
      await showVerb(run, options, output);
    });
}

export function addSql(moot: Command, output: Output): void {
  const command = moot
    .command('sql')
    .summary('query the results in SQL')
    .description('Query the results in SQL, as a role that can read the schema results and nothing else.')
    .argument('<query>', 'one query; it is never more than read')
    .addOption(new Option('--format <format>', 'how to print the rows').choices(FORMATS).default('table'))
    .option('--json', 'the same as --format json')
    .option('--out <file>', 'write to a file')
    .option('--rows <n>', 'the most rows', whole, 100_000)
    .option('--seconds <n>', 'the longest time', whole, 60)
    .action(async (query: string, options: SqlOptions) => {
      const { sqlVerb } = await import('../verbs/sql.ts');
      await sqlVerb(query, options, output);
    });
  const views = items(command, 'Views (docs/results.md has every column):', VIEWS, output);
  command.addHelpText('after', views + examples(QUERIES));
}

const VIEWS: readonly Item[] = [
  ['verdicts, verdicts_all', 'final verdicts; _all with those of simulated judges'],
  ['beliefs, beliefs_all', 'what judges believed on the way'],
  ['questions', 'with their truth'],
  ['panel_votes', 'how panels of judges voted'],
  ['moves', 'all that was said'],
  ['speeches, quotes', 'what was argued and quoted, for which side'],
  ['model_calls', 'every attempt, with prompt, reply, tokens and cost'],
];

const QUERIES = [
  'moot sql "select arm, count(*), avg(correct) from results.verdicts_all group by arm"',
  'moot sql "select * from results.moves" --format csv --out moves.csv',
];
