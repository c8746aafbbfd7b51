import { useMemo } from 'react';
import { ClaimTree } from '../tree/claim-tree.tsx';
import { partWords } from '../tree/claim-words.ts';
import { besideTree, claimsIn, isInTree } from '../tree/claims.ts';
import { briefOf } from './brief.ts';
import { isFoldedAtFirst } from './folding.ts';
import { RoundView } from './round-view.tsx';
import { roundsOf, type Shown } from './rounds.ts';

interface TranscriptProps {
  readonly shown: Shown;
  /** Whether rounds that lie back are folded. */
  readonly folding?: 'earlier' | 'none';
}

/** What was said in a run, by rounds, with what is being said and what is waited for. Claims about claims stand before, as a tree. */
export function Transcript({ shown, folding = 'none' }: TranscriptProps) {
  const brief = useMemo(() => briefOf(shown.brief, shown.moves), [shown.brief, shown.moves]);
  const claims = useMemo(() => claimsIn(shown.moves), [shown.moves]);
  const rounds = roundsOf(besideTree(shown));
  return (
    <div className={brief.areApart ? 'transcript is-broad' : 'transcript'} role="region" aria-label="Transcript">
      {claims.length > 0 && <ClaimTree claims={claims} viewer={shown.seat} latest={latestOf(shown)} />}
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

function latestOf({ moves }: Shown): string {
  return partWords(moves.findLast(isInTree)?.at ?? '');
}
