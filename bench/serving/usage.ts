import { performance } from 'node:perf_hooks';
import { z } from 'zod';

/** What a process has used since it began, as `usage-reporter.ts` tells it. Times in ms, memory in bytes. */
export const Usage = z.object({
  kind: z.literal('usage'),
  at: z.number(),
  cpuMs: z.number(),
  /** How long its loop had something to do. */
  busyMs: z.number(),
  memory: z.number(),
  heap: z.number(),
});
export type Usage = z.output<typeof Usage>;

/** What this process has used. */
export function usage(): Usage {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return {
    kind: 'usage',
    at: performance.now(),
    cpuMs: (user + system) / 1000,
    busyMs: performance.eventLoopUtilization().active,
    memory: rss,
    heap: heapUsed,
  };
}
