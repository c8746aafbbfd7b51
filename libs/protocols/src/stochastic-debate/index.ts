import { define } from '@moot/protocol';
import { rules } from './rules.ts';
import { scripts } from './scripts.ts';
import { moves, Options, Setup } from './setup.ts';

/** The engine's self-test: a debate about a computation, by scripts alone, with a proof of how often it must come out right. */
export const stochasticDebate = define({
  protocol: rules,
  version: '1.0.0',
  options: Options,
  setup: Setup,
  moves,
  seats: () => [
    { seat: 'alice', role: 'debater' as const },
    { seat: 'bob', role: 'debater' as const },
    { seat: 'verifier', role: 'verifier' as const },
  ],
  arrange(chosen, { question, options, seed }) {
    return options.length === 2
      ? { ...chosen, question, seed }
      : { unfit: 'the output is one bit, so the question has two options: 0 and 1' };
  },
  scripts,
});
