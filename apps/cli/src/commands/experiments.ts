import { Argument, Option, type Command } from 'commander';
import type { Output } from '../output.ts';
import type { ImportOptions } from '../verbs/import.ts';
import type { RedteamOptions } from '../verbs/redteam.ts';
import type { RunOptions } from '../verbs/run.ts';
import { examples, items, nameOf, optionCount, whole } from './help.ts';

/** `moot import`, whose formats are looked up only when it is asked for. */
export function addImport(moot: Command, output: Output): void {
  const format = new Argument('<format>', 'how it is written, see below');
  const command = moot
    .command('import')
    .summary('read a data set into questions')
    .description(
      'Read a data set into questions: all of it, or nothing if anything in it is wrong. Reading it again adds nothing.',
    )
    .addArgument(format)
    .argument('<path>', 'the file or folder; for worlds what to make, such as "seed=7,count=200"')
    .option('--as <name>', 'the name of the data set (default: its format)', nameOf)
    .option('--limit <n>', 'read at most so many questions', whole)
    .option(
      '--options <which>',
      'all options of a question, or so many: the true one and the best distractors, or some drawn by seed',
      optionCount,
    )
    .option('--seed <n>', 'which wrong options are drawn where none is known to be the best (default: 1)', whole)
    .option('--licence <name>', 'the licence of the data set, where its format does not say it')
    .option('--json', 'print the result as JSON')
    .action(async (name: string, path: string, options: ImportOptions) => {
      const { importVerb } = await import('../verbs/import.ts');
      await importVerb(name, path, options, output);
    });
  moot.hook('preSubcommand', async (_moot, asked) => {
    if (asked !== command) return;
    const { readers } = await import('@moot/datasets');
    format.choices(Object.keys(readers));
    const formats = Object.entries(readers).map(([name, { describe }]) => [name, describe] as const);
    command.addHelpText(
      'after',
      items(command, 'Formats (more in docs/datasets.md):', formats, output) + examples(IMPORTS),
    );
  });
}

const IMPORTS = ['moot import csv questions.csv --as mine', 'moot import worlds "seed=7,count=200" --as worlds'];

export function addRun(moot: Command, output: Output): void {
  moot
    .command('run')
    .summary('start an experiment')
    .description('Check an experiment file to the last field, freeze it and start it.')
    .argument('[experiment.yaml]', 'the file; docs/experiment-file.md describes every setting in it')
    .option('--wait', 'wait until it has ended, and compare the arms')
    .addOption(new Option('--people <who>', 'put simulated players where the file says people').choices(['simulated']))
    .option('--concurrency <n>', 'turns taken at once, if this command has to take them itself', whole)
    .option('--json', 'print the result as JSON')
    .option('--schema', 'print the JSON Schema of experiment files, for completion in an editor, and do nothing else')
    .addHelpText('after', examples(RUNS))
    .action(async (file: string | undefined, options: RunOptions & { readonly schema?: true }, command: Command) => {
      if (options.schema) {
        const { schemaVerb } = await import('../verbs/schema.ts');
        schemaVerb(output);
        return;
      }
      if (file === undefined) command.error("error: missing required argument 'experiment.yaml'");
      const { runVerb } = await import('../verbs/run.ts');
      await runVerb(file, options, output);
    });
}

const RUNS = [
  'moot run pilot.yaml --people simulated --wait   # with simulated people, to its end',
  'moot run pilot.yaml                             # people take their turns, workers the others',
  'moot run --schema > experiment.schema.json',
];

/** `moot redteam`: automated red teaming. */
export function addRedteam(moot: Command, output: Output): void {
  moot
    .command('redteam')
    .summary('search for attacks on a judge')
    .description(
      'Let a model propose strategies that mislead the judge of an arm, keep and vary what works, and hold the best against questions that the search has not met.',
    )
    .argument('<experiment.yaml>', 'the file; people in it are simulated')
    .requiredOption('--arm <name>', 'the arm whose judge is attacked')
    .requiredOption('--seat <seat>', 'the seat that attacks, such as A')
    .requiredOption('--attacker <model>', 'the model that proposes strategies, such as openai/gpt-5 or sim/attacker')
    .option('--generations <n>', 'how often it proposes', whole, 3)
    .option('--strategies <n>', 'how many at a time', whole, 4)
    .option('--questions <n>', 'questions of the search', whole, 12)
    .option('--held-out <n>', 'other questions, for the best of them', whole, 24)
    .option('--calls <n>', 'the most model calls of all', whole, 5000)
    .option('--out <file>', 'also write the report there, as Markdown')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', examples(REDTEAMS))
    .action(async (file: string, options: RedteamOptions) => {
      const { redteamVerb } = await import('../verbs/redteam.ts');
      await redteamVerb(file, options, output);
    });
}

const REDTEAMS = ['moot redteam pilot.yaml --arm debate --seat A --attacker sim/attacker --out attacks.md'];
