import { memo } from 'react';
import { EchoLine } from '../belief/echo-line.tsx';
import { SeatMark } from '../parts/seat-mark.tsx';
import { SafeText } from '../text/safe-text.tsx';
import type { Brief } from './brief.ts';
import { remarkWords, whoIs } from './entry-words.ts';
import { whenSaid } from './place-words.ts';
import type { Entry } from './rounds.ts';
import { SpeechView } from './speech-view.tsx';
import { Waiting } from './waiting.tsx';

export interface EntryProps {
  readonly entry: Entry;
  readonly brief: Brief;
  /** The seat from which it is seen. */
  readonly viewer: string | null;
}

/** One entry of a transcript, in its form. Moves are drawn once: they do not change. */
export const EntryView = memo(function EntryView(props: EntryProps) {
  switch (props.entry.form) {
    case 'speech':
    case 'speaking':
    case 'passed':
      return <SpeechView {...props} />;
    case 'remark':
      return <Remark {...props} />;
    case 'belief':
      return <BeliefEntry {...props} />;
    case 'waiting':
    case 'sealed':
    case 'failed':
      return <Waiting {...props} />;
  }
}, isSameEntry);

function isSameEntry(a: EntryProps, b: EntryProps): boolean {
  const [before, after] = [a.entry, b.entry];
  const isSame = before.key === after.key && before.form === after.form && before.withdrawn === after.withdrawn;
  if (!isSame || a.brief !== b.brief || a.viewer !== b.viewer) return false;
  return before.said === after.said || (before.form === 'speaking' && isSameSpeech(before, after));
}

function isSameSpeech({ said: a }: Entry, { said: b }: Entry): boolean {
  return a.text === b.text && a.quotes.length === b.quotes.length;
}

function Remark({ entry: { turn, said }, brief, viewer }: EntryProps) {
  const who = whoIs(turn.seat, viewer);
  return (
    <div className="interjection" data-turn={turn.kind}>
      <header>
        <SeatMark seat={turn.seat} />
        <span>
          {who} {remarkWords(said, brief)}
          {said.option === undefined && `, ${whenSaid(turn.at)}`}
        </span>
      </header>
      {said.text !== undefined && <SafeText text={said.text} />}
    </div>
  );
}

function BeliefEntry({ entry: { turn, said }, brief, viewer }: EntryProps) {
  const { options, choices } = brief;
  const who = whoIs(turn.seat, viewer);
  const when = brief.isInParts && turn.at === 'round 0' ? 'before anything was said' : whenSaid(turn.at);
  return (
    <div className="interjection is-belief">
      <header>
        <SeatMark seat={turn.seat} />
        {who}
        {/^step [1-9]/.test(turn.at) ? '' : `, ${when}`}
      </header>
      {said.belief && <EchoLine lead={`${who} believed`} belief={said.belief} options={options} choices={choices} />}
      {said.reason !== undefined && said.reason !== '' && (
        <p>
          <SafeText text={said.reason} />
        </p>
      )}
    </div>
  );
}
