import { serve } from './serve.ts';
import { readSettings } from './settings.ts';
import { stopped } from './stopped.ts';

/** The server as a program: starts, says where it is, and closes in order when it is told to stop. */
async function main(): Promise<void> {
  const read = readSettings(process.env, process.env.MOOT_ROOT ?? process.cwd());
  if (!read.ok) throw new Error(['the settings cannot be used:', ...read.faults].join('\n  '));
  const served = await serve(read.settings, say);
  say(
    served.url === undefined
      ? 'Moot takes turns; press Ctrl-C to stop.'
      : `Moot listens at ${served.url} (press Ctrl-C to stop).`,
  );
  if (served.url !== undefined)
    say('Results so far: npx moot sql "select arm, count(*), avg(correct) from results.verdicts_all group by arm"');
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
