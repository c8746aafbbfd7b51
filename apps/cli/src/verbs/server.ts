import { stopped } from '@moot/server/stopped';
import type { Output } from '../output.ts';
import { settingsHere } from '../settings-here.ts';

/** Runs one role in a process of its own until it is told to stop. */
export async function serverVerb(
  role: 'api' | 'worker',
  { concurrency }: { readonly concurrency?: number },
  output: Output,
): Promise<void> {
  const settings = {
    ...settingsHere(),
    ROLES: [role],
    ...(concurrency !== undefined && { WORKER_CONCURRENCY: concurrency }),
  };
  if (role === 'api') await import('@moot/server/hook');
  const { serve } = await import('@moot/server/serve');
  const served = await serve(settings, output.remark);
  const { listening } = served;
  if (listening) {
    output.line(`Moot listens at ${listening.url}; press Ctrl-C to stop.`);
    output.line(`Sign in with this link; it works once: ${await listening.signInLink()}`);
  } else output.line(`Moot takes turns, ${settings.WORKER_CONCURRENCY} at once; press Ctrl-C to stop.`);
  await stopped();
  await served.close();
}
