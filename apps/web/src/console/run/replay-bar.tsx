import { clock } from '@moot/ui';
import { Segments } from '../parts/segments.tsx';
import type { Entry } from './log.ts';
import { SPEEDS } from './playing.ts';
import type { Replay } from './use-replay.ts';

interface ReplayBarProps {
  readonly replay: Replay;
  readonly log: readonly Entry[];
  /** What is to be known of what the page shows. */
  readonly shows: string;
  readonly course: 'over' | 'followed' | 'not followed';
}

/** Plays the log of a run, and says where it stands. */
export function ReplayBar({ replay, log, shows, course }: ReplayBarProps) {
  const { n, isAtEnd, isPlaying, speed, play, setSpeed } = replay;
  const entry = log[n - 1];
  const place = entry ? `Entry ${n} of ${log.length}, ${clock(entry.at)}` : 'Nothing has been said yet';
  const live = isAtEnd && course === 'followed' ? ', following live' : '';
  return (
    <div className="replay-bar">
      <button className="btn is-small" type="button" onClick={play} disabled={log.length < 2}>
        <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d={isPlaying ? 'M5.5 3.5v9M10.5 3.5v9' : 'M5 3.5v9l7-4.5z'} />
        </svg>
        {isPlaying ? 'Pause' : 'Replay'}
      </button>
      <Segments label="Speed" options={OPTIONS} chosen={speed} choose={setSpeed} />
      <span className="aside">
        {place}
        {live}. {shows}
      </span>
      <span className="push aside wide-only">
        <kbd>←</kbd> <kbd>→</kbd> entry by entry, <kbd>Space</kbd> plays
      </span>
    </div>
  );
}

const OPTIONS = SPEEDS.map((value) => ({ value, words: `${value}×` }));
