import type { Settle, TurnName } from '@moot/wire';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { decision, EFFECTS, type How } from './settling.ts';

interface ReasonFormProps {
  readonly how: How;
  readonly turn: TurnName;
  readonly send: (body: Settle) => void;
  readonly leave: () => void;
}

/** Asks for the reason of a decision, and says what the decision does. */
export function ReasonForm({ how, turn, send, leave }: ReasonFormProps) {
  const [why, setWhy] = useState('');
  const [fault, setFault] = useState<string>();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const decided = decision(how, turn, why);
    if (decided.ok) send(decided.body);
    else setFault(decided.why);
  };
  return (
    <form className="field reason" onSubmit={submit} noValidate>
      <p>{EFFECTS[how]}</p>
      <Reason label={how === 'retry' ? 'Reason, if there is one' : 'Reason'} why={why} write={setWhy} fault={fault} />
      {how !== 'retry' && (
        <p className="aside">The reason is kept in the transcript, where the judges read it: name no models in it.</p>
      )}
      <div className="row">
        <button type="submit" className="btn is-primary is-small">
          {SAYS[how]}
        </button>
        <button type="button" className="btn is-small" onClick={leave}>
          Leave it
        </button>
      </div>
    </form>
  );
}

const SAYS: Readonly<Record<How, string>> = {
  retry: 'Ask the model again',
  pass: 'Pass the turn',
  abandon: 'Abandon the run',
};

interface ReasonProps {
  readonly label: string;
  readonly why: string;
  readonly write: (why: string) => void;
  readonly fault: string | undefined;
}

function Reason({ label, why, write, fault }: ReasonProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), [fault]);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        className={fault === undefined ? 'input' : 'input has-fault'}
        value={why}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onChange={({ target }) => write(target.value)}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}
