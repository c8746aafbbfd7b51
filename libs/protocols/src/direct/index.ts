import { beliefFault, define, openFor, panel, protocol, taken, Verdict, verdicts } from '@moot/protocol';
import { prompt } from './prompts.ts';
import { Options, Setup, type DirectSetup } from './setup.ts';

/** Each judge answers alone, seeing nothing of the others. */
export const rules = protocol<DirectSetup, Verdict>({
  name: 'direct',
  next: ({ judges, seconds }, moves) =>
    openFor(judges, moves, 'verdict', 'end').map((turn) => (seconds === undefined ? turn : { ...turn, seconds })),
  view: (_setup, moves, { seat }) => [taken(moves, { seat, kind: 'verdict', at: 'end' })].flatMap((own) => own ?? []),
  watches: (_setup, _moves, turn, place) => turn.seat === place.seat,
  brief: (setup, { seat }) => (panel(setup.judges).includes(seat) ? setup : withoutSource(setup)),
  outcome: ({ judges }, moves) => verdicts(judges, moves, 'end'),
  fault: ({ options }, _moves, { belief }) => beliefFault(belief, options.length),
});

/** The baselines: direct judgment without the source, and with it; timed, if a limit is set. */
export const direct = define({
  protocol: rules,
  version: '1.1.0',
  options: Options,
  setup: Setup,
  moves: { verdict: Verdict },
  seats: ({ judges }) => panel(judges).map((seat) => ({ seat, role: 'judge' as const })),
  arrange({ source, judges, seconds }, { question, options, orders, source: text }) {
    const known = {
      question,
      options,
      listed: orders.listed,
      choices: orders.choices,
      judges,
      ...(seconds !== undefined && { seconds }),
    };
    if (source === 'hidden') return known;
    return text === undefined
      ? { unfit: 'the judge is to be shown the source, and this question has none' }
      : { ...known, source: text };
  },
  prompt,
});

function withoutSource({ source: _source, ...known }: DirectSetup): Partial<DirectSetup> {
  return known;
}
