import { SeatMark, useWidth } from '@moot/ui';
import { useMemo, type KeyboardEvent, type PointerEvent } from 'react';
import type { Sides } from './beliefs.ts';
import { markOf, spoken, type Entry, type Mark } from './log.ts';
import { edgeOf, entryAt, isWordy, ruler, stepped } from './playing.ts';
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
  const count = marks.length;
  const { xs, every, size } = ruler(count, width);
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
          <span className="replay-number">{isWordy(i + 1, { n, every, count }) && i + 1}</span>
          <SeatMark seat={mark.seat} />
          {isWordy(i + 1, { n, every, count }) && <Words mark={mark} edge={edgeOf(xs[i] ?? 0, width)} />}
        </span>
      ))}
    </div>
  );
}

function Words({ mark: { words, value }, edge }: { readonly mark: Mark; readonly edge: string }) {
  return (
    <span className={`replay-words ${edge}`}>
      <b>{words}</b>
      {value !== undefined && <span>{value}</span>}
    </span>
  );
}
