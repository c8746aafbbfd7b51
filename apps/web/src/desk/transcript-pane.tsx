import { Pill, seatName, Transcript, type Shown } from '@moot/ui';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { pillWords, spokenWords } from './transcript-words.ts';

/** What is said. It moves along only for a reader who is at its end; for others there is a pill. */
export function TranscriptPane({ shown }: { readonly shown: Shown }) {
  const end = useRef<HTMLDivElement>(null);
  const isAtEnd = useAtEnd(end);
  const [seen, setSeen] = useState(shown.moves.length);
  const length = shown.speaking.reduce((sum, { text }) => sum + text.length, shown.moves.length);

  useEffect(() => {
    if (!isAtEnd) return;
    setSeen(shown.moves.length);
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [length, isAtEnd]);

  const pill = isAtEnd ? undefined : pillWords(shown, seen);
  return (
    <main className="pane is-centre">
      <Transcript shown={shown} folding="earlier" />
      {pill !== undefined && <Pill words={pill} onGo={() => end.current?.scrollIntoView({ block: 'end' })} />}
      <div ref={end} className="transcript-end" />
      <p className="visually-hidden" aria-live="polite">
        {spokenWords(shown, seatName)}
      </p>
    </main>
  );
}

/** Whether the end of the transcript is in the window. */
function useAtEnd(end: RefObject<HTMLDivElement | null>): boolean {
  const [isAtEnd, setAtEnd] = useState(true);
  useEffect(() => {
    if (!end.current) return;
    const looking = new IntersectionObserver(([entry]) => setAtEnd(entry?.isIntersecting ?? true));
    looking.observe(end.current);
    return () => looking.disconnect();
  }, [end]);
  return isAtEnd;
}
