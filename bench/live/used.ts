import type { Server } from '../serving/server.ts';
import type { Usage } from '../serving/usage.ts';

/** What a server used while it was watched: at the beginning, from `begin` to `end` of what counts, and afterwards. */
export interface Used {
  readonly before: Usage;
  readonly begin: Usage;
  readonly end: Usage;
  readonly after: Usage;
  /** The most memory that was seen, in bytes. */
  readonly peak: number;
}

/** Looks at the memory of a server twice a second, and at all that it uses where it is told. */
export async function watchUsage(server: Pick<Server, 'usage'>) {
  const before = await server.usage();
  let [begin, end, peak] = [before, before, before.memory];
  // One after the other: who asks while another waits for the answer would take it away.
  let asked: Promise<Usage> = Promise.resolve(before);
  const look = () => {
    asked = asked.then(server.usage).then((now) => {
      peak = Math.max(peak, now.memory);
      return now;
    });
    return asked;
  };
  const timer = setInterval(() => void look().catch(() => clearInterval(timer)), 500);
  return {
    begin: async () => (begin = await look()),
    end: async () => (end = await look()),
    usedInAll: async (): Promise<Used> => ({ before, begin, end, after: await look(), peak }),
    stop: () => clearInterval(timer),
  };
}
