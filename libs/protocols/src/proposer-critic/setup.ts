import { attackBy, checkChoices, choices, instructionsFor, setupShape } from '@moot/protocol/arguing';
import { z } from 'zod';

export const ARGUING = ['proposer', 'critic'] as const;

/** What only a proposer and a critic have. */
const own = {
  /** Whether the critic has to disagree, or may agree. */
  critic: z.enum(['forced', 'free']),
  /** How many pairs of a defence and a rebuttal follow the critique. */
  rebuttals: z.int().min(0).max(5),
};

const { words, characters, quoted, quotes, beliefs, reveal, judges, sides } = choices;

/** What a researcher chooses. */
export const Options = z
  .strictObject({
    critic: own.critic.default('forced'),
    rebuttals: own.rebuttals.default(1),
    words,
    characters,
    quoted,
    quotes,
    beliefs,
    reveal,
    judges,
    /** Whether the proposer is given its answer or chooses it. */
    sides,
    instructions: instructionsFor(ARGUING),
    attack: attackBy(ARGUING),
  })
  .superRefine((chosen, context) => {
    checkChoices(chosen, context);
  });

export const Setup = z.strictObject({ ...setupShape, ...own });
export type ProposalSetup = Readonly<z.output<typeof Setup>>;

/** A critic who has to disagree argues for another answer; one who is free has no side. */
export function sidedIn({ critic }: Pick<ProposalSetup, 'critic'>): readonly string[] {
  return critic === 'forced' ? ARGUING : ['proposer'];
}
