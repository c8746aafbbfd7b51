import { z } from 'zod';
import { SeatEntry } from './file.ts';

// An entry that cannot be read is a fault already: people can sit anywhere, so nothing more is said of it.
const seats = z.record(z.string(), SeatEntry.catch('people'));
const OfTranscripts = z.object({ transcripts: z.object({ experiment: z.string(), arm: z.string() }), seats });
const OfProtocol = z.object({ protocol: z.string(), setup: z.record(z.string(), z.unknown()).default({}), seats });

/** As much of an arm as can be looked up, whatever else is wrong with it. */
const CheckableArm = z.union([OfTranscripts, OfProtocol]);
export type CheckableArm = z.output<typeof CheckableArm>;
export type CheckableProtocolArm = z.output<typeof OfProtocol>;
export type CheckableAgainArm = z.output<typeof OfTranscripts>;

const Loose = z.object({
  questions: z.object({ dataset: z.string() }).optional().catch(undefined),
  arms: z.record(z.string(), CheckableArm.optional().catch(undefined)).catch({}),
});

/** What can be looked up in a file that may be wrong elsewhere. */
export interface Checkable {
  readonly dataset: string | undefined;
  readonly arms: readonly (readonly [name: string, arm: CheckableArm])[];
}

export function checkableIn(value: unknown): Checkable {
  const read = Loose.safeParse(value);
  if (!read.success) return { dataset: undefined, arms: [] };
  const { questions, arms } = read.data;
  return {
    dataset: questions?.dataset,
    arms: Object.entries(arms)
      .slice(0, MOST_ARMS)
      .flatMap(([name, arm]) => (arm ? [[name, arm] as const] : [])),
  };
}

/** More than a file may have are not looked at. */
const MOST_ARMS = 100;
