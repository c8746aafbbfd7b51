import { availableParallelism, cpus, loadavg } from 'node:os';

/** What a benchmark ran on, without which its numbers say little. */
export interface Surroundings {
  readonly at: string;
  readonly node: string;
  readonly platform: string;
  readonly cores: number;
  readonly processor: string;
  /** Over 1, 5 and 15 minutes; above the number of cores, others were waiting for them too. */
  readonly load: readonly number[];
}

export function surroundings(): Surroundings {
  return {
    at: new Date().toISOString(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? '',
    load: loadavg().map((each) => Math.round(each * 10) / 10),
  };
}

export function surroundingsLine(before: Surroundings, after: Surroundings): string {
  const { node, platform, cores } = before;
  return `Node ${node.slice(1)}, ${platform}, ${cores} cores, load average ${before.load[0] ?? 0} before and ${after.load[0] ?? 0} after`;
}
