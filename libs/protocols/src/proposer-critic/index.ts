import { define, panel } from '@moot/protocol';
import { arranged, moves } from '@moot/protocol/arguing';
import { prompt } from './prompts.ts';
import { rules } from './rules.ts';
import { ARGUING, Options, Setup, sidedIn } from './setup.ts';

/** A proposer proposes an answer and a critic looks for what is wrong with it, before judges who do not see the source. */
export const proposerCritic = define({
  protocol: rules,
  version: '1.0.0',
  options: Options,
  setup: Setup,
  moves,
  seats: ({ judges }) => [
    ...ARGUING.map((seat) => ({ seat, role: seat })),
    ...panel(judges).map((seat) => ({ seat, role: 'judge' as const })),
  ],
  // The proposer's alone: whether that is right is what a critic is for.
  argues: ({ sides }) => (sides === 'open' ? [] : ['proposer']),
  arrange(chosen, posed) {
    if (posed.orders.sides.length < 2) return { unfit: 'a proposal needs two options, so that it can be wrong' };
    return arranged({ ...chosen, order: 'sequential', rounds: 1, questions: 0 }, posed, sidedIn(chosen));
  },
  prompt,
});
