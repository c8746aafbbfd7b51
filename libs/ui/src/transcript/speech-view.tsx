import { seatLook } from '../parts/seat-look.ts';
import { SeatMark } from '../parts/seat-mark.tsx';
import { Prose } from '../text/prose.tsx';
import { SafeText } from '../text/safe-text.tsx';
import { lengthWords, progressWords } from './counts.ts';
import type { EntryProps } from './entry-view.tsx';
import { passedWords, speechNotes, whoIs } from './entry-words.ts';

/** A speech, whole or being said, or that there is none. */
export function SpeechView({ entry: { key, turn, form, said }, brief, viewer }: EntryProps) {
  const isGrowing = form === 'speaking';
  const who = whoIs(turn.seat, viewer);
  return (
    <article
      className={seatLook(turn.seat).speech}
      aria-busy={isGrowing}
      data-speech={turn.seat}
      data-entry={key}
      tabIndex={-1}
    >
      <header>
        <SeatMark seat={turn.seat} />
        <b>{who}</b>
        {form !== 'passed' &&
          speechNotes(turn, said).map((note) => (
            <span key={note} className="speech-note">
              {note}
            </span>
          ))}
        {isGrowing && <span className="speaking">{progressWords(said, brief)}</span>}
        {form === 'speech' && <span className="push">{lengthWords(said, brief)}</span>}
      </header>
      {said.passed === undefined ? (
        <Prose text={said.text ?? ''} quotes={said.quotes} state={isGrowing ? 'growing' : 'whole'} />
      ) : (
        <p className="aside">
          <SafeText text={passedWords(who, said.passed)} />
        </p>
      )}
    </article>
  );
}
