import { define, panel } from '@moot/protocol';
import { arranged, moves } from '@moot/protocol/arguing';
import { prompt } from './prompts.ts';
import { rules } from './rules.ts';
import { DEBATERS, Options, Setup } from './setup.ts';

/** Two debaters argue for answers, assigned or chosen, before judges who do not see the source. */
export const debate = define({
  protocol: rules,
  version: '1.1.0',
  options: Options,
  setup: Setup,
  moves,
  seats: ({ judges }) => [
    ...DEBATERS.map((seat) => ({ seat, role: 'debater' as const })),
    ...panel(judges).map((seat) => ({ seat, role: 'judge' as const })),
  ],
  argues: ({ sides }) => (sides === 'open' ? [] : DEBATERS),
  arrange(chosen, posed) {
    if (posed.orders.sides.length < 2) return { unfit: 'a debate needs two options to argue for' };
    return arranged(chosen, posed, DEBATERS);
  },
  prompt,
});
