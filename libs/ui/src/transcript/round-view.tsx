import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { Brief } from './brief.ts';
import { EntryView } from './entry-view.tsx';
import type { Block, Round } from './rounds.ts';

interface RoundProps {
  readonly round: Round;
  readonly brief: Brief;
  readonly viewer: string | null;
  readonly folding: 'folded' | 'open';
}

/** One round under its heading. What the judge said and believed stays in sight when the speeches are folded. */
export function RoundView({ round, brief, viewer, folding }: RoundProps) {
  const [chosen, choose] = useState<'folded' | 'open'>();
  const state = chosen ?? folding;
  const mayFold = round.speeches > 0 && (chosen !== undefined || folding === 'folded');
  const blocks = state === 'open' ? round.blocks : round.blocks.filter((block) => !isSpeeches(block));
  const Chevron = state === 'folded' ? IconChevronDown : IconChevronUp;
  return (
    <>
      {round.title !== undefined && (
        <div className="round">
          <h2>{round.title}</h2>
          {round.note !== undefined && state === 'open' && <span className="aside">{round.note}</span>}
          {mayFold && (
            <button
              type="button"
              className="btn is-plain is-small"
              aria-expanded={state === 'open'}
              onClick={() => choose(state === 'folded' ? 'open' : 'folded')}
            >
              <Chevron className="icon" aria-hidden />
              {state === 'folded' ? `${speeches(round.speeches)}, folded` : 'Fold'}
            </button>
          )}
        </div>
      )}
      {blocks.map((block) => (
        <BlockView key={block.entries[0]?.key} block={block} brief={brief} viewer={viewer} />
      ))}
    </>
  );
}

function BlockView({
  block,
  brief,
  viewer,
}: {
  readonly block: Block;
  readonly brief: Brief;
  readonly viewer: string | null;
}) {
  const entries = block.entries.map((entry) => (
    <EntryView key={entry.key} entry={entry} brief={brief} viewer={viewer} />
  ));
  if (block.layout === 'single') return entries;
  return <div className={block.layout === 'pair' ? 'openings' : 'openings is-column'}>{entries}</div>;
}

function isSpeeches({ entries }: Block): boolean {
  return entries.every(({ form }) => form === 'speech');
}

function speeches(count: number): string {
  return count === 1 ? '1 speech' : `${count} speeches`;
}
