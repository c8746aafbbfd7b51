import { define, panel } from '@moot/protocol';
import { prompt } from './prompts.ts';
import { rules } from './rules.ts';
import { moves, Options, Setup, type ClaimsSetup } from './setup.ts';

/** Two debaters grow a tree of short claims, and each says of every claim of the other whether it agrees. */
export const recursiveClaims = define({
  protocol: rules,
  version: '1.0.0',
  options: Options,
  setup: Setup,
  moves,
  seats: ({ judges }) => [
    { seat: 'A', role: 'debater' as const },
    { seat: 'B', role: 'debater' as const },
    ...panel(judges).map((seat) => ({ seat, role: 'judge' as const })),
  ],
  argues: () => ['A', 'B'],
  arrange(chosen, { question, options, source, orders }) {
    const [a, b] = orders.sides;
    if (a === undefined || b === undefined) return { unfit: 'a debate needs two options to argue for' };
    const setup: ClaimsSetup = {
      ...chosen,
      question,
      options,
      sides: { A: a, B: b },
      listed: orders.listed,
      choices: orders.choices,
      ...(source !== undefined && { source }),
    };
    return setup;
  },
  prompt,
});
