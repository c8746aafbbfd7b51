import {
  Belief,
  beliefFault,
  define,
  isJudge,
  open,
  protocol,
  taken,
  turnShape,
  Verdict,
  verdicts,
  type Listed,
  type Moves,
  type Table,
} from '@moot/protocol';
import { z } from 'zod';
import type { Opening } from '../open-table.ts';

/** The smallest protocol that shows all that a store meets: turns open side by side, people, beliefs, revisions, passes. */
export const parley: Listed = define<Setup, object, Said>({
  protocol: protocol<Setup, Said>({
    name: 'parley',
    next({ rounds }, moves) {
      const due = stages(rounds).find((stage) => stage.some((turn) => !taken(moves, turn))) ?? [];
      const revisable = SPEAKERS.map((seat) => ({ seat, kind: 'speech', at: 'round 1' })).filter((turn) =>
        taken(moves, turn),
      );
      return [
        ...due.filter((turn) => !taken(moves, turn)).map((turn) => open(moves, turn)),
        ...revisable.map((turn) => open(moves, { ...turn, optional: true as const })),
      ];
    },
    view: ({ rounds }, moves, { seat }) => (isJudge(seat) ? spoken(rounds, moves) : []),
    watches: () => true,
    brief: (setup) => setup,
    outcome: (_setup, moves) => verdicts(1, moves, 'end'),
    fault: (_setup, _moves, move) => ('belief' in move ? beliefFault(move.belief, 2) : undefined),
  }),
  version: '1.0.0',
  options: z.object({}),
  setup: z.object({ rounds: z.int() }),
  moves: { speech: Speech(), belief: Belief, verdict: Verdict },
  seats: () => [
    ...SPEAKERS.map((seat) => ({ seat, role: 'debater' as const })),
    { seat: 'judge', role: 'judge' as const },
  ],
  arrange: () => ({ rounds: 1 }),
});

/** Sets tables of the one protocol that the contract knows. */
export function openParley({ setup, moves, judged }: Opening): Table {
  return judged ? parley.again(judged, setup, moves) : parley.table(setup, moves);
}

interface Setup {
  readonly rounds: number;
}
type Speech = z.output<ReturnType<typeof Speech>>;
type Said = Speech | Belief | Verdict;

const SPEAKERS = ['A', 'B'] as const;

function Speech() {
  const extra = z.record(z.string(), z.unknown()).exactOptional();
  return z.object({ ...turnShape, kind: z.literal('speech'), text: z.string(), marks: extra }).readonly();
}

/** A belief before anything is shown, rounds in which both speak side by side, a verdict. */
function stages(rounds: number) {
  const speeches = Array.from({ length: rounds }, (_, i) =>
    SPEAKERS.map((seat) => ({ seat, kind: 'speech', at: `round ${i + 1}` })),
  );
  return [
    [{ seat: 'judge', kind: 'belief', at: 'round 0' }],
    ...speeches,
    [{ seat: 'judge', kind: 'verdict', at: 'end' }],
  ];
}

function spoken(rounds: number, moves: Moves<Said>) {
  return stages(rounds)
    .flat()
    .filter(({ kind }) => kind === 'speech')
    .flatMap((turn) => taken(moves, turn) ?? []);
}
