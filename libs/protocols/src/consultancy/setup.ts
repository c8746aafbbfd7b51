import { attackBy, checkChoices, choices, instructionsFor, setupShape } from '@moot/protocol/arguing';
import { z } from 'zod';

/** Assigned: one consultant for a given side. Open: for the side that it chooses. Double: one for each side, apart. */
const form = z.enum(['assigned', 'open', 'double']);

const { rounds, words, characters, quoted, quotes, beliefs, reveal, questions, answers, penalty, judges } = choices;

const CONSULTANTS = ['consultant', 'A', 'B'] as const;

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
    instructions: instructionsFor(CONSULTANTS),
    attack: attackBy(CONSULTANTS),
  })
  .superRefine((chosen, context) => {
    checkChoices(chosen, context);
    const seats = consultantsOf(chosen);
    const refuse = (seat: string, path: string[]) => {
      if (seats.includes(seat)) return;
      const message = `nobody sits in seat ${seat} here: there is ${seats.join(' and ')}`;
      context.addIssue({ code: 'custom', path, message });
    };
    for (const seat of Object.keys(chosen.instructions ?? {})) refuse(seat, ['instructions', seat]);
    if (chosen.attack) refuse(chosen.attack.seat, ['attack', 'seat']);
  });

export const Setup = z.strictObject({ ...setupShape, form });
export type ConsultancySetup = Readonly<z.output<typeof Setup>>;

/** The seats of those who argue. */
export function consultantsOf({ form }: Pick<ConsultancySetup, 'form'>): readonly string[] {
  return form === 'double' ? ['A', 'B'] : ['consultant'];
}
