import { z } from 'zod';

/** What came of following one run to the end of its speeches. */
const FollowedRun = z.object({
  run: z.string(),
  deltas: z.int(),
  states: z.int(),
  /** How often the server said that this judge is behind, and how often words or states did not fit to those before. */
  behind: z.int(),
  gaps: z.int(),
  withdrawn: z.int(),
  /** How often the connection was lost. */
  cuts: z.int(),
  /** Speeches as they were heard before they were moves, by seat. */
  speeches: z.record(z.string(), z.string()),
  /** Whether what is known from updates is what one is told who asks for all. */
  isSame: z.boolean(),
});
export type FollowedRun = z.output<typeof FollowedRun>;

/** What a process of judges tells in the end: ages of words in tenths of a ms, lengths of deltas in characters. */
export const FollowedRuns = z.object({
  kind: z.literal('followed'),
  runs: z.array(FollowedRun),
  ages: z.array(z.number()),
  sizes: z.array(z.number()),
});
export type FollowedRuns = z.output<typeof FollowedRuns>;

/** What a process of bare sockets tells in the end. */
export const BareHeard = z.object({ kind: z.literal('bare-heard'), ages: z.array(z.number()) });

export const Ready = z.object({ kind: z.literal('ready') });

/** What a process of sockets is told to do. */
export const ToDo = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('follow'),
    url: z.string(),
    judges: z.array(z.object({ invitation: z.string(), cookie: z.string(), run: z.string() })),
  }),
  z.object({ kind: z.literal('begin') }),
  z.object({ kind: z.literal('hear'), url: z.string(), sockets: z.int() }),
  z.object({ kind: z.literal('enough') }),
]);
