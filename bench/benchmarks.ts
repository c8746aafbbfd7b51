import type { Benchmark } from './benchmark.ts';
import { live } from './live/index.ts';
import { orchestration } from './orchestration/index.ts';
import { start } from './start/index.ts';

/** Every benchmark, by its name. */
export const benchmarks: Readonly<Record<string, Benchmark>> = { orchestration, live, start };
