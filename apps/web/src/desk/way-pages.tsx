import type { Desk, StepAnswer } from '@moot/wire';
import { KeyList } from './key-sheet.tsx';
import { Samples } from './samples.tsx';
import { Act, Paragraphs, WayFrame } from './way-frame.tsx';

interface WayProps {
  readonly desk: Desk;
  readonly answer: (answer: StepAnswer) => Promise<void>;
}

export function Welcome({ desk, answer }: WayProps) {
  return (
    <WayFrame step="welcome" title={desk.title}>
      <p className="lead">
        You will be put questions whose answers you do not know, read what is said about them, and say how likely each
        answer is.
      </p>
      <dl className="terms">
        {desk.queue.total > 0 && (
          <div>
            <dt>How much</dt>
            <dd>{desk.queue.total === 1 ? 'One run.' : `${desk.queue.total} runs.`}</dd>
          </div>
        )}
        <div>
          <dt>Stopping</dt>
          <dd>You may stop and come back on any device with the same link. Nothing is lost.</dd>
        </div>
        <div>
          <dt>Your place</dt>
          <dd>Opening this page has not used it up: it is yours when you agree on the next page.</dd>
        </div>
      </dl>
      <div className="act">
        <Act label="Go on" onAct={() => answer({ step: 'welcome' })} />
      </div>
    </WayFrame>
  );
}

export function Consent({ desk, answer }: WayProps) {
  return (
    <WayFrame step="consent" title="Before you take part">
      <div className="lead stack is-tight">
        <Paragraphs words={desk.consent} />
      </div>
      <section className="consent" aria-label="Consent">
        <h2>Do you agree?</h2>
        <div className="act">
          <Act label="I agree, go on" onAct={() => answer({ step: 'consent', agrees: true })} />
          <Act label="I do not agree" look="plain" onAct={() => answer({ step: 'consent', agrees: false })} />
        </div>
      </section>
    </WayFrame>
  );
}

export function Declined({ answer }: WayProps) {
  return (
    <WayFrame step="declined" title="You do not take part">
      <p className="lead">Thank you for reading. Nothing is kept of you, and you may close this page.</p>
      <div className="act">
        <Act label="I have changed my mind" look="plain" onAct={() => answer({ step: 'declined' })} />
      </div>
    </WayFrame>
  );
}

export function Instructions({ desk, answer }: WayProps) {
  return (
    <WayFrame step="instructions" title="How it goes">
      <div className="lead stack is-tight">
        <Paragraphs words={desk.instructions} />
      </div>
      <Samples />
      <details className="section">
        <summary>Keys, if you like them</summary>
        <KeyList />
      </details>
      <div className="act">
        <Act label="Begin" onAct={() => answer({ step: 'instructions' })} />
      </div>
    </WayFrame>
  );
}
