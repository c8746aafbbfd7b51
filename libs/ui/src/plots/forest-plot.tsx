import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { Forest } from './forest-drawing.ts';
import { findingOf, layoutOf } from './forest.ts';
import { saveFile, svgFile } from './save-file.ts';
import { useWidth } from './use-width.ts';
import './plots.css';

interface ForestPlotProps {
  readonly forest: Forest;
  readonly title: string;
  /** How the figure is to be read. */
  readonly reading: string;
  /** What its file is called, without the ending. */
  readonly file: string;
  /** What stands at its foot beside the link to its file. */
  readonly foot?: ReactNode;
}

/** Shares with their intervals, one row each, drawn anew for the width there is. */
export function ForestPlot({ forest, title, reading, file, foot }: ForestPlotProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const place = useDrawing(forest, width);
  const save = () => {
    const drawing = place.current?.querySelector('svg');
    if (drawing) saveFile(`${file}.svg`, 'image/svg+xml', svgFile(drawing));
  };
  return (
    <figure className="forest">
      <figcaption>
        <h3>{title}</h3>
        <span className="aside">{reading}</span>
      </figcaption>
      {/* The figure comes a moment later, and finds its place kept. */}
      <div ref={frame} style={{ minHeight: layoutOf(width, forest.rows.length).height }}>
        <div ref={place} role="img" aria-label={findingOf(forest.rows)} />
      </div>
      <p className="plot-foot">
        {foot}
        <button className="link" type="button" onClick={save}>
          SVG
        </button>
      </p>
    </figure>
  );
}

function useDrawing(forest: Forest, width: number): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (width === 0) return;
    let isWanted = true;
    void import('./forest-drawing.ts').then(({ forestDrawing }) => {
      if (isWanted) place.current?.replaceChildren(forestDrawing(forest, width));
    });
    return () => {
      isWanted = false;
    };
  }, [forest, width]);
  return place;
}
