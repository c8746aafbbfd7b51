import { clock, Notice } from '@moot/ui';
import { ENDPOINTS, Refusal, type Desk, type Submission } from '@moot/wire';
import { useEffect, useState } from 'react';
import { ask } from '../app/api.ts';
import { secondsLeft } from './countdown.ts';
import { noun } from './outbox.ts';
import type { DeskAtHand } from './use-desk.ts';
import { useKeys } from './use-keys.ts';
import { useNow } from './use-now.ts';

interface GivenProps {
  readonly submission: Submission;
  readonly run: NonNullable<Desk['run']>;
  readonly hand: DeskAtHand;
  readonly invitation: string;
  readonly keys: 'on' | 'off';
}

/** What was given: for some seconds it can be taken back, then it is fixed. */
export function Given({ submission, run, hand, invitation, keys }: GivenProps) {
  const [problem, setProblem] = useState<string>();
  const left = secondsLeft(submission.fixedAt, useNow(250), hand.offset);
  const isFixed = left === 0 || submission.state === 'fixed';
  useLater(isFixed ? hand.refresh : undefined);

  const undo = () => {
    ask(ENDPOINTS.takeBack, { path: { invitation, run: run.id }, body: { key: submission.key } }).then(
      (taken) => hand.take(run.id, taken),
      (thrown: unknown) => setProblem(thrown instanceof Refusal ? thrown.message : 'It could not be taken back.'),
    );
  };
  useKeys(keys, ({ kind }) => {
    const isUndo = kind === 'undo' && !isFixed;
    if (isUndo) undo();
    return isUndo;
  });

  if (isFixed) return <p className="aside">Fixed {clock(submission.fixedAt)}. It stays as it is.</p>;
  return (
    <div className="stack is-tight">
      <div className="undo">
        <span className="countdown" aria-hidden="true">
          {left}
        </span>
        <span role="status">{givenWords(submission)}</span>
        <button type="button" className="btn is-small push" onClick={undo}>
          Undo <kbd className="wide-only">Z</kbd>
        </button>
      </div>
      {problem !== undefined && <Notice role="alert">{problem}</Notice>}
    </div>
  );
}

/** The move is told over the socket; should that be late, the desk knows. */
function useLater(refresh: (() => void) | undefined): void {
  useEffect(() => {
    if (!refresh) return;
    const timer = setTimeout(refresh, 1_500);
    return () => clearTimeout(timer);
  }, [refresh]);
}

function givenWords({ turn, savedAt }: Submission): string {
  const word = noun(turn);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} given at ${clock(savedAt)}.`;
}
