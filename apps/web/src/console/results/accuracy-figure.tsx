import { csvOf, FEW, ForestPlot, saveFile } from '@moot/ui';
import type { ArmResult } from '@moot/wire';
import { useMemo } from 'react';
import { chanceOf, CSV_HEAD, csvRow, forestRows } from './arms.ts';

interface AccuracyFigureProps {
  readonly experiment: string;
  readonly arms: readonly ArmResult[];
}

/** The share of right verdicts of each arm as a forest plot, to be read and to be taken away. */
export function AccuracyFigure({ experiment, arms }: AccuracyFigureProps) {
  const forest = useMemo(
    () => ({ rows: forestRows(arms), chance: chanceOf(arms), what: 'verdicts that are right' }),
    [arms],
  );
  const file = `${experiment}-accuracy`;
  const save = () => {
    saveFile(`${file}.csv`, 'text/csv;charset=utf-8', csvOf(CSV_HEAD, arms.map(csvRow)));
  };
  return (
    <section className="section">
      <ForestPlot
        forest={forest}
        title="How often judges were right"
        reading={READING}
        file={file}
        foot={
          <button className="link" type="button" onClick={save}>
            Table as CSV
          </button>
        }
      />
    </section>
  );
}

const READING = `Dot: the share of an arm’s verdicts that are right. Line: its 95\u00a0% interval. Hollow: fewer than ${FEW} verdicts.`;
