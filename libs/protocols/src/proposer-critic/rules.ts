import { said, type Moves } from '@moot/protocol';
import { arguing, beliefs, chosen, verdict, type ArguingMove, type Course } from '@moot/protocol/arguing';
import { ARGUING, sidedIn, type ProposalSetup } from './setup.ts';

/** A proposal is criticised and defended before judges. A critic who is free may agree, and then nothing more is said. */
export const rules = arguing<ProposalSetup>({
  name: 'proposer-critic',
  speakers: () => ARGUING,
  sided: sidedIn,
  stanceAt: ({ critic }) => (critic === 'free' ? 'critique' : undefined),
  stages,
});

function* stages(setup: ProposalSetup, moves: Moves<ArguingMove>): Course {
  yield* beliefs(setup, 'round 0');
  if (yield* chosen(setup, moves, 'proposer')) yield* parts(setup, moves);
  yield* verdict(setup);
}

function* parts(setup: ProposalSetup, moves: Moves<ArguingMove>): Course {
  for (const [seat, at] of partsOf(setup)) {
    yield [{ seat, kind: 'speech', at }];
    yield* beliefs(setup, at);
    if (at === 'critique' && said(moves, 'critic', 'speech', at)?.stance === 'agree') return;
  }
}

/** What is said, by whom, in order. */
function partsOf({ rebuttals }: ProposalSetup): readonly (readonly [seat: string, at: string])[] {
  const nth = (i: number) => (i === 0 ? '' : ` ${i + 1}`);
  const pairs = Array.from({ length: rebuttals }, (_, i) => [
    ['proposer', `defence${nth(i)}`] as const,
    ['critic', `rebuttal${nth(i)}`] as const,
  ]);
  return [['proposer', 'proposal'], ['critic', 'critique'], ...pairs.flat()];
}
