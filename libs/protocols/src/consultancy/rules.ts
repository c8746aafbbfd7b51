import type { Moves } from '@moot/protocol';
import { arguing, beliefs, chosen, rounds, verdict, type ArguingMove, type Course } from '@moot/protocol/arguing';
import { consultantsOf, type ConsultancySetup } from './setup.ts';

/** One consultant argues for one side with nobody against it, or two for one side each who never hear each other. */
export const rules = arguing<ConsultancySetup>({
  name: 'consultancy',
  speakers: consultantsOf,
  areApart: ({ form }) => form === 'double',
  stages,
});

function* stages(setup: ConsultancySetup, moves: Moves<ArguingMove>): Course {
  yield* beliefs(setup, 'round 0');
  if (yield* chosen(setup, moves, 'consultant')) yield* rounds(setup, moves, consultantsOf(setup));
  yield* verdict(setup);
}
