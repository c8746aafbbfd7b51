import { Option, type Command } from 'commander';
import type { Output } from '../output.ts';
import type { InviteOptions, SignInOptions } from '../verbs/people.ts';
import { examples, whole } from './help.ts';

export function addInvite(moot: Command, output: Output): void {
  moot
    .command('invite')
    .summary('make links for judges')
    .description('Make links for judges, one each. A link is shown once; of its secret only a hash is kept.')
    .argument('<experiment>', 'its name')
    .option('--judges <n>', 'how many links', whole, 1)
    .option('--by <name>', 'who invites, for the audit', 'researcher')
    .option('--json', 'print the links as JSON')
    .addHelpText('after', examples(['moot invite pilot --judges 12 > links.txt']))
    .action(async (experiment: string, options: InviteOptions) => {
      const { inviteVerb } = await import('../verbs/people.ts');
      await inviteVerb(experiment, options, output);
    });
}

export function addSignIn(moot: Command, output: Output): void {
  moot
    .command('sign-in')
    .summary('make a link that signs somebody in')
    .description('Make a link that signs somebody in to the browser, once.')
    .option('--name <name>', 'whose account it is', 'researcher')
    .addOption(new Option('--role <role>', 'what they may do').choices(['researcher', 'viewer']).default('researcher'))
    .addHelpText('after', examples(['moot sign-in --name Ada', 'moot sign-in --name "the seminar" --role viewer']))
    .action(async (options: SignInOptions) => {
      const { signInVerb } = await import('../verbs/people.ts');
      await signInVerb(options, output);
    });
}
