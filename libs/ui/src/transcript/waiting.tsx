import { isJudge } from '@moot/protocol';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Notice } from '../parts/notice.tsx';
import { seatLook } from '../parts/seat-look.ts';
import { SeatMark } from '../parts/seat-mark.tsx';
import { SafeText } from '../text/safe-text.tsx';
import { SLOW_SECONDS, waitingWords, whoIs } from './entry-words.ts';
import type { EntryProps } from './entry-view.tsx';

/** A turn that is waited for: being thought of, sealed, or failed. */
export function Waiting({ entry, viewer }: EntryProps) {
  const { turn, form, withdrawn } = entry;
  const seconds = useSeconds();
  const who = whoIs(turn.seat, viewer);
  return (
    <article className={seatLook(turn.seat).speech} aria-busy={form === 'waiting'}>
      <header>
        <SeatMark seat={turn.seat} />
        <b>{who}</b>
        {form === 'waiting' && <span>{waitingWords(entry, seconds)}</span>}
      </header>
      {withdrawn !== undefined && (
        <div className="text is-withdrawn">
          <del>
            <SafeText text={withdrawn} />
          </del>
          <p className="aside">Withdrawn. What {who} says now takes its place.</p>
        </div>
      )}
      {form === 'waiting' && !isJudge(turn.seat) && <Skeleton />}
      {form === 'waiting' && seconds >= SLOW_SECONDS && (
        <p className="aside">This takes longer than usual. You need do nothing.</p>
      )}
      {form === 'sealed' && <Sealed />}
      {form === 'failed' && (
        <Notice role="status">{who} could not speak. The researcher has been told; you need do nothing.</Notice>
      )}
    </article>
  );
}

function Sealed() {
  return (
    <div className="notice">
      <span>
        <IconLock className="icon" aria-hidden />
      </span>
      <span>Sealed until both have spoken.</span>
    </div>
  );
}

function Skeleton() {
  return (
    <div className="skeleton" aria-hidden>
      <i style={{ width: '96%' }} />
      <i style={{ width: '88%' }} />
      <i style={{ width: '60%' }} />
    </div>
  );
}

/** Seconds since it is on the page. */
function useSeconds(): number {
  const [seconds, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
