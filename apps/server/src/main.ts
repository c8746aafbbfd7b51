import { serve } from './serve.ts';
import { readSettings } from './settings.ts';
import { stopped } from './stopped.ts';

/** The server as a program: starts, says where it is, and closes in order when it is told to stop. */
async function main(): Promise<void> {
  const read = readSettings(process.env, process.env.MOOT_ROOT ?? process.cwd());
  if (!read.ok) throw new Error(['the settings cannot be used:', ...read.faults].join('\n  '));
  const served = await serve(read.settings, say);
  const { listening } = served;
  if (listening) {
    say(`Moot listens at ${listening.url} (press Ctrl-C to stop).`);
    say(`Sign in with this link; it works once: ${await listening.signInLink()}`);
  } else say('Moot takes turns; press Ctrl-C to stop.');
  await stopped();
  await served.close();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((thrown: unknown) => {
  process.stderr.write(`moot: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exit(1);
});
