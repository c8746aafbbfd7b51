import { Notice, SafeText, TopBar } from '@moot/ui';
import { Refusal, type Step } from '@moot/wire';
import { useState, type ReactNode } from 'react';
import { STATIONS, stationOf } from './steps.ts';

interface WayFrameProps {
  readonly step: Step;
  readonly title: string;
  readonly children: ReactNode;
}

/** A page of the way, under the stations that it has. */
export function WayFrame({ step, title, children }: WayFrameProps) {
  const now = stationOf(step);
  return (
    <>
      <TopBar />
      <main className="welcome">
        <ol className="path">
          {STATIONS.map((station, i) => (
            <li
              key={station}
              className={i === now ? 'is-now' : i < now ? 'is-done' : ''}
              aria-current={i === now ? 'step' : undefined}
            >
              <span>{station}</span>
            </li>
          ))}
        </ol>
        <h1 className="claim-title">
          <SafeText text={title} />
        </h1>
        {children}
      </main>
    </>
  );
}

interface ActProps {
  readonly label: string;
  readonly look?: 'primary' | 'plain';
  readonly onAct: () => Promise<void>;
}

/** A button that goes on when the server has answered, and says why if it cannot. */
export function Act({ label, look = 'primary', onAct }: ActProps) {
  const [state, setState] = useState<'idle' | 'busy' | Error>('idle');
  const act = () => {
    setState('busy');
    onAct().then(
      () => setState('idle'),
      (thrown: unknown) => setState(thrown instanceof Error ? thrown : new Error(String(thrown))),
    );
  };
  return (
    <div className="stack is-tight">
      <button
        type="button"
        className={look === 'primary' ? 'btn is-primary is-wide' : 'btn is-wide'}
        disabled={state === 'busy'}
        onClick={act}
      >
        {label}
      </button>
      {state instanceof Error && (
        <Notice role="alert">{state instanceof Refusal ? state.message : 'This did not work. Press it again.'}</Notice>
      )}
    </div>
  );
}

/** Paragraphs of plain text that a researcher wrote. */
export function Paragraphs({ words }: { readonly words: readonly string[] }) {
  return words.map((paragraph, i) => (
    <p key={i}>
      <SafeText text={paragraph} />
    </p>
  ));
}
