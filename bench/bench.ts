import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Benchmark } from './benchmark.ts';
import { benchmarks } from './benchmarks.ts';
import { keepResults } from './results.ts';
import { surroundings, surroundingsLine } from './surroundings.ts';
import { tableText } from './table.ts';

export interface Output {
  line(text: string): void;
  /** For whoever watches, kept out of the result. */
  remark(text: string): void;
}

/** Runs what a command line asks for, and gives the exit code. */
export async function bench([name = 'list', ...args]: readonly string[], output: Output): Promise<number> {
  if (name === 'list') return listed(output);
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
  if (!benchmark)
    return refused(output, `there is no benchmark ${name}; npm run bench -- list names those that there are`);
  const settings = settingsIn(args, benchmark);
  if ('wrong' in settings) return refused(output, `${name}: ${settings.wrong}`);
  await measured(name, benchmark, settings.values, output);
  return 0;
}

async function measured(name: string, benchmark: Benchmark, settings: object, output: Output): Promise<void> {
  const before = surroundings();
  const { tables, measured } = await benchmark.run(settings, output.remark);
  for (const table of tables) output.line(`${tableText(table)}\n`);
  output.line(surroundingsLine(before, surroundings()));
  const file = await keepResults(name, { settings, before, after: surroundings(), ...measured });
  output.remark(`kept in ${file}`);
}

function listed({ line }: Output): number {
  for (const [name, { about, settings }] of Object.entries(benchmarks)) {
    line(`${name}: ${about}`);
    for (const [flag, schema] of Object.entries(settings.shape)) line(`  --${flag}: ${schema.description ?? ''}`);
  }
  return 0;
}

function refused({ remark }: Output, words: string): number {
  remark(`bench: ${words}`);
  return 1;
}

type Set = { readonly values: object } | { readonly wrong: string };

function settingsIn(args: readonly string[], { settings }: Benchmark): Set {
  const options = Object.fromEntries(Object.keys(settings.shape).map((flag) => [flag, { type: 'string' as const }]));
  try {
    const read = settings.safeParse(parseArgs({ args: [...args], options }).values);
    return read.success ? { values: read.data } : { wrong: z.prettifyError(read.error) };
  } catch (thrown) {
    return { wrong: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
