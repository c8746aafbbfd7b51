import type { Command } from 'commander';
import type { Output } from '../output.ts';
import { whole } from './help.ts';

/** What keeps an experiment going: a look at everything it needs, and the processes that serve it. */
export function addServing(moot: Command, output: Output): void {
  moot
    .command('doctor')
    .summary('check what an experiment needs')
    .description('Check database, model endpoints, queue, disk and settings, and say how to mend what is wrong.')
    .option('--json', 'print it as JSON')
    .action(async (options: { readonly json?: true }) => {
      const { doctorVerb } = await import('../verbs/doctor.ts');
      await doctorVerb(options, output);
    });
  moot
    .command('server')
    .summary('serve HTTP in a process of its own')
    .description('Serve HTTP in a process of its own, at HOST and PORT.')
    .action(() => serving('api', {}, output));
  moot
    .command('worker')
    .summary('take turns in a process of its own')
    .description('Take turns in a process of its own, until it is told to stop.')
    .option('--concurrency <n>', 'turns taken at once (default: WORKER_CONCURRENCY)', whole)
    .action((options: { readonly concurrency?: number }) => serving('worker', options, output));
}

async function serving(
  role: 'api' | 'worker',
  options: { readonly concurrency?: number },
  output: Output,
): Promise<void> {
  const { serverVerb } = await import('../verbs/server.ts');
  await serverVerb(role, options, output);
}
