import { define, panel } from '@moot/protocol';
import { arranged, moves } from '@moot/protocol/arguing';
import { prompt } from './prompts.ts';
import { rules } from './rules.ts';
import { consultantsOf, Options, Setup } from './setup.ts';

/** Consultants argue, each with nobody against it, before judges who do not see the source. */
export const consultancy = define({
  protocol: rules,
  version: '1.0.0',
  options: Options,
  setup: Setup,
  moves,
  seats: (chosen) => [
    ...consultantsOf(chosen).map((seat) => ({ seat, role: 'consultant' as const })),
    ...panel(chosen.judges).map((seat) => ({ seat, role: 'judge' as const })),
  ],
  argues: (chosen) => (chosen.form === 'open' ? [] : consultantsOf(chosen)),
  arrange(chosen, posed) {
    const seats = consultantsOf(chosen);
    if (posed.orders.sides.length < 2) return { unfit: 'a consultancy needs two options, so that one can be wrong' };
    const sides = chosen.form === 'open' ? 'open' : 'assigned';
    return arranged({ ...chosen, order: orderOf(seats), sides }, posed, seats);
  },
  prompt,
});

/** Those who do not hear each other speak at once. */
function orderOf({ length }: readonly string[]): 'simultaneous' | 'sequential' {
  return length > 1 ? 'simultaneous' : 'sequential';
}
