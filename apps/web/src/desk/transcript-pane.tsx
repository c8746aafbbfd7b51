import { Pill, SafeText, SourceText, Transcript, type Brief, type Shown } from '@moot/ui';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { emptyWords, pillWords, sourcePlace, spokenWords } from './transcript-words.ts';
import { useFollowing } from './use-following.ts';

interface TranscriptPaneProps {
  readonly shown: Shown;
  readonly brief: Brief;
  readonly seats: readonly { readonly role: string }[];
  /** Which speeches have been in sight. */
  readonly seenKeys: ReadonlySet<string>;
}

/** What is said. It moves along only for a reader who is at its end; for others there is a pill. */
export function TranscriptPane(props: TranscriptPaneProps) {
  const { shown, seenKeys } = props;
  const end = useRef<HTMLDivElement>(null);
  const isAtEnd = useAtEnd(end);
  const [seen, setSeen] = useState(shown.moves.length);
  useFollowing(end, seenKeys, grownTo(shown));
  useEffect(() => {
    if (isAtEnd) setSeen(shown.moves.length);
  }, [shown.moves.length, isAtEnd]);

  const pill = isAtEnd ? undefined : pillWords(shown, seen);
  return (
    <main className="pane is-centre">
      <Before {...props} />
      {!isEmpty(shown) && <Transcript shown={shown} folding="earlier" />}
      {pill !== undefined && <Pill words={pill} onGo={() => end.current?.scrollIntoView({ block: 'end' })} />}
      <div ref={end} className="transcript-end" />
      <p className="visually-hidden" aria-live="polite">
        {spokenWords(shown)}
      </p>
    </main>
  );
}

/** Changes whenever there is more to read. */
function grownTo({ moves, speaking, awaited }: Shown): string {
  const said = speaking.reduce((sum, { text }) => sum + text.length, 0);
  return [moves.length, speaking.length, awaited.length, said].join('/');
}

/** What there is to read before anybody speaks: the text where it is all there is; on a narrow page the question too. */
function Before({ shown, brief, seats }: TranscriptPaneProps) {
  const isText = sourcePlace(brief, seats) === 'centre';
  if (!isText && !isEmpty(shown)) return null;
  return (
    <div className="transcript stack">
      <p className="question narrow-only">
        <SafeText text={brief.question} />
      </p>
      {isText && <h2>The text</h2>}
      <p className="aside">{emptyWords(brief, seats)}</p>
      {isText && <SourceText source={brief.source ?? ''} extent="whole" />}
    </div>
  );
}

function isEmpty({ moves, speaking, awaited }: Shown): boolean {
  return moves.length + speaking.length + awaited.length === 0;
}

/** Whether the end of the transcript is in the window. */
function useAtEnd(end: RefObject<HTMLDivElement | null>): boolean {
  // Not before it is known: a page that is loaded again stays where it is.
  const [isAtEnd, setAtEnd] = useState(false);
  useEffect(() => {
    if (!end.current) return;
    const looking = new IntersectionObserver(([entry]) => setAtEnd(entry?.isIntersecting ?? false));
    looking.observe(end.current);
    return () => looking.disconnect();
  }, [end]);
  return isAtEnd;
}
