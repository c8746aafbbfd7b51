import { readFlags, USAGE } from './flags.ts';
import { startSimulator, type SimulatorOptions } from './simulator.ts';

/** Runs the simulator alone, until it is told to stop. */
async function run(options: SimulatorOptions): Promise<void> {
  const simulator = await startSimulator(options);
  console.log(simulator.url);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
}

const read = readFlags(process.argv.slice(2));
if ('help' in read) console.log(USAGE);
if ('wrong' in read) {
  console.error(`${read.wrong}\n\n${USAGE}`);
  process.exitCode = 2;
}
if ('options' in read) {
  await run(read.options).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
