import type { z } from 'zod';

/** Something that is measured, under a name in `benchmarks.ts`. */
export interface Benchmark {
  readonly about: string;
  /** What can be set, as `--name number`; each has a default and a description. */
  readonly settings: z.ZodObject<Readonly<Record<string, z.ZodType>>>;
  /** Measures, and says on the way how far it is. */
  run(settings: unknown, remark: (text: string) => void): Promise<Report>;
}

/** What was measured: tables for people, and everything for programs. */
interface Report {
  readonly tables: readonly Table[];
  readonly measured: object;
}

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
