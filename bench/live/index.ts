import { z } from 'zod';
import type { Benchmark } from '../benchmark.ts';
import { measureBare } from './bare.ts';
import { measureFollowing } from './measure.ts';
import { latencyTable, lossTable, summaryOf } from './tables.ts';

const whole = (usual: number, most: number, about: string) =>
  z.coerce.number().int().min(1).max(most).default(usual).describe(`${about} (${usual})`);

const Settings = z.strictObject({
  judges: whole(200, 500, 'judges, each with a run of their own'),
  seconds: whole(30, 60, 'for how long each debater speaks'),
  rate: whole(35, 1000, 'words a second of each debater'),
  processes: whole(2, 16, 'processes that the judges are in'),
});

/** Whether many judges hear every word of their debates, and how late. */
export const live: Benchmark = {
  about: 'judges who follow a debate each, all at once: nothing lost, latency beside bare socket.io, CPU and memory',
  settings: Settings,
  run: (given, remark) => measureLive(Settings.parse(given), remark),
};

/** The whole benchmark; in an embedded PostgreSQL of its own unless the address of an empty database is given. */
export async function measureLive(
  settings: z.output<typeof Settings>,
  remark: (text: string) => void,
  databaseUrl?: string,
) {
  const { judges, seconds, rate, processes } = settings;
  const followed = await measureFollowing(settings, remark, databaseUrl);
  const { sizes, runs } = followed.heard;
  const deltas = runs.reduce((sum, run) => sum + run.deltas, 0);
  remark('the same deltas by socket.io alone …');
  const bare = await measureBare({
    sockets: judges,
    processes,
    seconds: Math.min(seconds, 15),
    perSecond: deltas / judges / followed.seconds,
    sizes: sizes.slice(0, 1000),
  });
  const summary = summaryOf(followed, bare, rate);
  return { tables: [latencyTable(summary, settings), lossTable(summary)], measured: summary };
}
