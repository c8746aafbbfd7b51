import { useMemo } from 'react';
import { briefOf } from './brief.ts';
import { isFoldedAtFirst } from './folding.ts';
import { RoundView } from './round-view.tsx';
import { roundsOf, type Shown } from './rounds.ts';

interface TranscriptProps {
  readonly shown: Shown;
  /** Whether rounds that lie back are folded. */
  readonly folding?: 'earlier' | 'none';
}

/** What was said in a run, by rounds, with what is being said and what is waited for. */
export function Transcript({ shown, folding = 'none' }: TranscriptProps) {
  const brief = useMemo(() => briefOf(shown.brief), [shown.brief]);
  const rounds = roundsOf(shown);
  return (
    <div className="transcript" role="region" aria-label="Transcript">
      {rounds.map((round, i) => (
        <RoundView
          key={round.key}
          round={round}
          brief={brief}
          viewer={shown.seat}
          folding={isFoldedAtFirst(i, rounds.length, folding) ? 'folded' : 'open'}
        />
      ))}
    </div>
  );
}
