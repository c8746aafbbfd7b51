import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { slidTo, type Range } from './slider-keys.ts';

export interface SliderProps {
  /** Nothing as long as it was not touched: then there is no thumb. */
  readonly value: number | undefined;
  readonly range: Range;
  readonly label: string;
  readonly words: string;
  readonly className: string;
  readonly state: 'open' | 'closed';
  readonly onSlide: (value: number) => void;
  /** Marks on it. */
  readonly children?: ReactNode;
}

/** A slider that begins without a thumb and never fills its track: neither end is more than the other. */
export function Slider(props: SliderProps) {
  const { value, range, label, words, className, state, children } = props;
  return (
    <div
      className={className}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={range.min}
      aria-valuemax={range.max}
      aria-valuenow={value ?? range.start}
      aria-valuetext={words}
      aria-disabled={state === 'closed'}
      onKeyDown={(event) => press(event, props)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        slide(event, props);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && slide(event, props)}
    >
      <span className="track" />
      {children}
      {value !== undefined && <span className="thumb" style={{ left: `${value}%` }} />}
    </div>
  );
}

function slide(event: PointerEvent, { range, state, onSlide }: SliderProps): void {
  const box = event.currentTarget.getBoundingClientRect();
  if (state === 'closed' || box.width === 0) return;
  const share = (event.clientX - box.left) / box.width;
  onSlide(Math.min(range.max, Math.max(range.min, Math.round(share * 100))));
}

function press(event: KeyboardEvent, { value, range, state, onSlide }: SliderProps): void {
  if (state === 'closed' || event.ctrlKey || event.metaKey || event.altKey) return;
  const to = slidTo(event, value, range);
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  onSlide(to);
}
