import { SeatMark, useWidth } from '@moot/ui';
import { useMemo, type KeyboardEvent, type PointerEvent } from 'react';
import type { Sides } from './beliefs.ts';
import { markOf, spoken, type Entry, type Mark } from './log.ts';
import { entryAt, ruler, stepped } from './playing.ts';
import type { Replay } from './use-replay.ts';

interface ReplayRulerProps {
  readonly replay: Replay;
  readonly log: readonly Entry[];
  readonly sides: Sides;
}

/** The log as a slider with a mark for each entry. */
export function ReplayRuler({ replay: { n, go }, log, sides }: ReplayRulerProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const marks = useMemo(() => log.map((entry) => markOf(entry, sides)), [log, sides]);
  const count = marks.length;
  const current = marks[n - 1];
  const press = (event: KeyboardEvent) => {
    const to = stepped(event.key, n, count);
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    if (event.buttons === 1) go(entryAt(event.clientX - left, count, width));
  };
  return (
    <div
      ref={frame}
      className="replay-ruler"
      role="slider"
      tabIndex={0}
      aria-label="Replay"
      aria-valuemin={Math.min(1, count)}
      aria-valuemax={count}
      aria-valuenow={n}
      aria-valuetext={current ? spoken(current, n, count) : 'nothing has been said yet'}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={point}
    >
      {width > 0 && <Marks marks={marks} n={n} width={width} />}
    </div>
  );
}

function Marks({ marks, n, width }: { readonly marks: readonly Mark[]; readonly n: number; readonly width: number }) {
  const { xs, every, size } = ruler(marks.length, width);
  return (
    <div aria-hidden="true">
      <i className="replay-track" />
      <i className="replay-done" style={{ width: xs[n - 1] ?? 0 }} />
      {marks.map((mark, i) => (
        <span
          key={i}
          className={`replay-mark is-${size} is-${mark.form}${i + 1 === n ? ' is-now' : ''}`}
          style={{ left: xs[i] }}
        >
          <MarkWords mark={mark} number={i + 1} isWordy={isWordy(i + 1, { n, every, count: marks.length })} />
        </span>
      ))}
      {n > 0 && <i className="replay-needle" style={{ left: xs[n - 1] }} />}
    </div>
  );
}

interface MarkWordsProps {
  readonly mark: Mark;
  readonly number: number;
  readonly isWordy: boolean;
}

function MarkWords({ mark: { seat, words, value }, number, isWordy }: MarkWordsProps) {
  return (
    <>
      <span className="replay-number">{isWordy && number}</span>
      <SeatMark seat={seat} />
      {isWordy && (
        <span className="replay-words">
          <b>{words}</b>
          {value !== undefined && <span>{value}</span>}
        </span>
      )}
    </>
  );
}

/** Whether an entry has its words: all if there is room; else the one shown, and every so many that are not too near to it. */
function isWordy(number: number, { n, every, count }: { n: number; every: number; count: number }): boolean {
  if (number === n || every === 1) return true;
  if (Math.abs(number - n) < every) return false;
  return (number - 1) % every === 0 && number + every <= count + 1;
}
