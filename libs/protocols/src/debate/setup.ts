import { attackBy, checkChoices, choices, instructionsFor, setupShape } from '@moot/protocol/arguing';
import { z } from 'zod';

export const DEBATERS = ['A', 'B'] as const;

/** What only a debate can have. */
const own = {
  /** After the openings each side asks the other one question. */
  crossExamination: z.literal(true).exactOptional(),
  /** Whether a debater may give up; if not said, it may. */
  concession: z.enum(['none', 'allowed']).exactOptional(),
};

/** What a researcher chooses of a debate. */
export const Options = z
  .strictObject({ ...choices, ...own, instructions: instructionsFor(DEBATERS), attack: attackBy(DEBATERS) })
  .superRefine((chosen, context) => {
    checkChoices(chosen, context);
  });

export const Setup = z.strictObject({ ...setupShape, ...own });
export type DebateSetup = Readonly<z.output<typeof Setup>>;
