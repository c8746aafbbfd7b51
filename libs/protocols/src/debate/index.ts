import { define, panel } from '@moot/protocol';
import { prompt } from './prompts.ts';
import { rules } from './rules.ts';
import { moves, Options, Setup, type DebateSetup } from './setup.ts';

/** Two debaters argue for assigned answers before judges who do not see the source. */
export const debate = define({
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
  arrange({ rounds, words, characters, ...chosen }, { question, options, source, orders }) {
    const [a, b] = orders.sides;
    if (a === undefined || b === undefined) return { unfit: 'a debate needs two options to argue for' };
    const unit: 'words' | 'characters' = words ? 'words' : 'characters';
    const length = words ?? characters;
    const setup: DebateSetup = {
      ...chosen,
      question,
      options,
      sides: { A: a, B: b },
      listed: orders.listed,
      choices: orders.choices,
      rounds: typeof rounds === 'number' ? { min: rounds, max: rounds } : rounds,
      ...(length && { length: { unit, ...length } }),
      ...(source !== undefined && { source }),
    };
    return setup;
  },
  prompt,
});
