import { Option, type Command } from 'commander';
import type { Output } from '../output.ts';
import type { ReplayOptions } from '../verbs/replay.ts';
import { examples, nameOf, whole } from './help.ts';

/** `moot replay`: a finished run before another judge. */
export function addReplay(moot: Command, output: Output): void {
  moot
    .command('replay')
    .summary('have a finished run judged again')
    .description(
      'Have a model judge the transcript of a finished run again, and print what it believes. It sees what the first judge could see, and nothing of what anybody thought of it. The verdict is kept in an arm of its own of the same experiment.',
    )
    .argument('<run>', 'its id, as moot ls runs lists it')
    .option('--judge <model>', 'the model, as endpoint/model', 'sim/judge')
    .addOption(
      new Option('--shown <how>', 'all at once, step by step with a belief after each, or all at once with a limit')
        .choices(['whole', 'stepped', 'timed'])
        .default('whole'),
    )
    .option('--seconds <n>', 'the limit of a timed verdict, kept with it; models are not held to it', whole)
    .option('--by <name>', 'who asks for it, for the audit', nameOf, 'researcher')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      examples([
        'moot replay 1a2b3c4d5e6f --judge openai/gpt-5 --shown stepped',
        'moot sql "select judged_run_id, judging, judge, p_correct from results.verdicts_all where judging <> \'live\'"',
      ]),
    )
    .action(async (run: string, options: ReplayOptions) => {
      const { replayVerb } = await import('../verbs/replay.ts');
      await replayVerb(run, options, output);
    });
}
