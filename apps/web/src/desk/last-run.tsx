import { clock, percent, SafeText } from '@moot/ui';
import { ENDPOINTS, type Desk } from '@moot/wire';
import { useState } from 'react';
import { ask } from '../app/api.ts';
import { keptVerdict } from './kept-verdict.ts';
import { newKey } from './stored.ts';
import type { DeskAtHand } from './use-desk.ts';
import { Act } from './way-frame.tsx';

interface LastRunProps {
  readonly last: NonNullable<Desk['last']>;
  readonly hand: DeskAtHand;
  readonly invitation: string;
}

/** The run judged last: what was right, if that is told, and later thoughts about it. */
export function LastRun({ last, hand, invitation }: LastRunProps) {
  const kept = keptVerdict(last.id);
  return (
    <>
      <p className="lead">
        <SafeText text={last.question} />
      </p>
      {last.isOutOfTime && <p>{OUT_OF_TIME}</p>}
      {kept !== undefined && !last.isOutOfTime && (
        <p className="echo">
          Your verdict: <SafeText text={kept} />.
        </p>
      )}
      {last.feedback && <FeedbackWords feedback={last.feedback} />}
      {last.amendments.map(({ key, text, savedAt }) => (
        <p className="amendment" key={key}>
          <SafeText text={text} /> <span className="aside">Added {clock(savedAt)}</span>
        </p>
      ))}
      {last.verdict && <LaterThought last={last} hand={hand} invitation={invitation} />}
    </>
  );
}

const OUT_OF_TIME = 'The time was over before a verdict was set, so none is counted. You need do nothing.';

function FeedbackWords({ feedback }: { readonly feedback: NonNullable<NonNullable<Desk['last']>['feedback']> }) {
  const { options, truth, belief } = feedback;
  const given = belief?.[truth];
  return (
    <p className="echo feedback" role="status">
      The right answer: “<SafeText text={options[truth] ?? ''} />”
      {given !== undefined && <span className="aside">You gave it {percent(Math.round(given * 100))}.</span>}
    </p>
  );
}

function LaterThought({ last, hand, invitation }: LastRunProps) {
  const [text, setText] = useState('');
  const [key, setKey] = useState(newKey);
  const { verdict } = last;
  const add = async () => {
    if (!verdict || text.trim() === '') return;
    await ask(ENDPOINTS.amend, {
      path: { invitation, run: last.id },
      body: { key, turn: verdict, text: text.trim(), belief: null },
    });
    setText('');
    setKey(newKey());
    hand.refresh();
  };
  return (
    <details className="later">
      <summary>Add a later thought; what you gave stays as it is</summary>
      <div className="field">
        <label htmlFor="later">Later thought</label>
        <textarea
          id="later"
          className="input"
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Act label="Add it" look="plain" onAct={add} />
      </div>
    </details>
  );
}
