import { Judging, judging, type JudgingMove, type JudgingSetup } from './judging.ts';
import { Belief, panel, Verdict } from './panel.ts';
import type { Pass, Transcript, Turn } from './protocol.ts';
import type { Asked, Definition, Playable, Seat } from './table.ts';

/** What new judges play by over a finished transcript of a protocol: its judge's words, and nothing that was thought of it. */
export function judgedAgain<S extends object, O extends object, M extends Turn>(
  { protocol, prompt }: Definition<S, O, M>,
  frozen: { readonly setup: S; readonly moves: Transcript<M> },
  { shown }: Judging,
): Playable<JudgingSetup<S>, JudgingMove<M>> {
  const mode = shown === 'stepped' ? 'stepped' : 'whole';
  return {
    protocol: judging(protocol, frozen.setup, frozen.moves, mode),
    moves: { belief: Belief, verdict: Verdict },
    told: ({ of = {} }) => of,
    ...(prompt && { prompt: (asked) => prompt(asNewcomer(asked)) }),
  };
}

/** The seats of those who judge again. */
export function judgingSeats({ judges }: Pick<Judging, 'judges'>): readonly Seat[] {
  return panel(judges).map((seat) => ({ seat, role: 'judge' as const }));
}

/** What the protocol's own judge would be told who came in now. */
function asNewcomer<S extends object, M extends Turn>({
  turn,
  brief,
  seen,
}: Asked<JudgingSetup<S>, JudgingMove<M>>): Asked<S, M> {
  return { turn, brief: brief.of ?? {}, seen: seen.filter(isOfTheFrozen) };
}

/** What is of the frozen transcript: a newcomer sees no belief in it, so that beliefs are the judge's own. */
function isOfTheFrozen<M extends Turn>(move: JudgingMove<M> | Pass): move is M | Pass {
  return move.kind !== 'belief' && move.kind !== 'verdict';
}
