import { checkChoices, choices, instructionsFor, setupShape } from '@moot/protocol/arguing';
import { z } from 'zod';

/** Assigned: one consultant for a given side. Open: for the side that it chooses. Double: one for each side, apart. */
const form = z.enum(['assigned', 'open', 'double']);

const { rounds, words, characters, quoted, quotes, beliefs, reveal, questions, answers, penalty, judges } = choices;

/** What a researcher chooses of a consultancy. */
export const Options = z
  .strictObject({
    form,
    rounds,
    words,
    characters,
    quoted,
    quotes,
    beliefs,
    reveal,
    questions,
    answers,
    penalty,
    judges,
    instructions: instructionsFor(['consultant', 'A', 'B']),
  })
  .superRefine((chosen, context) => {
    checkChoices(chosen, context);
    const seats = consultantsOf(chosen);
    const strange = Object.keys(chosen.instructions ?? {}).find((seat) => !seats.includes(seat));
    if (strange !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['instructions', strange],
        message: `nobody sits in seat ${strange} here: there is ${seats.join(' and ')}`,
      });
  });

export const Setup = z.strictObject({ ...setupShape, form });
export type ConsultancySetup = Readonly<z.output<typeof Setup>>;

/** The seats of those who argue. */
export function consultantsOf({ form }: Pick<ConsultancySetup, 'form'>): readonly string[] {
  return form === 'double' ? ['A', 'B'] : ['consultant'];
}
