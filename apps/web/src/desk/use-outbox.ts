import { ENDPOINTS, Refusal, turnKey, type Submission } from '@moot/wire';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { ask } from '../app/api.ts';
import { isPassing, Outgoing, withOne, without, type Outbox } from './outbox.ts';
import { store, stored } from './stored.ts';

/** Sends what was submitted until the server has it, in order, under the key that it was given when it was made. */
export interface Sending extends Outbox {
  readonly submit: (outgoing: Outgoing) => void;
  /** Why the server did not take what was submitted in a turn. */
  readonly refusals: Readonly<Record<string, string>>;
}

const RETRY_MS = 3_000;
const SLOW_MS = 400;

export function useOutbox(
  invitation: string,
  links: number,
  take: (run: string, submission: Submission) => void,
): Sending {
  const [waiting, change] = useWaiting(`moot/outbox/${invitation}`);
  const [sending, setSending] = useState<Outbox['sending']>('idle');
  const [savedAt, setSavedAt] = useState<string>();
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const [attempt, again] = useState(0);
  const first = waiting[0];

  useEffect(() => {
    if (!first) {
      setSending('idle');
      return;
    }
    return send(invitation, first, {
      onState: setSending,
      onRetry: () => again((before) => before + 1),
      onSaved: (submission) => {
        setSavedAt(submission.savedAt);
        take(first.run, submission);
        change((before) => without(before, first.submit.key));
      },
      onRefused: (words) => {
        setRefusals((before) => ({ ...before, [turnKey(first.submit.turn)]: words }));
        change((before) => without(before, first.submit.key));
      },
    });
    // The same thing is not sent anew because the page was drawn again.
  }, [first?.submit.key, attempt, links]);

  return { waiting, sending, savedAt, refusals, submit: (outgoing) => change((before) => withOne(before, outgoing)) };
}

type Waiting = readonly Outgoing[];

/** What waits, kept in this browser too. */
function useWaiting(place: string): readonly [Waiting, (to: (before: Waiting) => Waiting) => void] {
  const [waiting, setWaiting] = useState<Waiting>(() => stored(place, z.array(Outgoing)) ?? []);
  return [
    waiting,
    (to) =>
      setWaiting((before) => {
        const after = to(before);
        store(place, after);
        return after;
      }),
  ];
}

interface Sent {
  readonly onState: (state: Outbox['sending']) => void;
  readonly onRetry: () => void;
  readonly onSaved: (submission: Submission) => void;
  readonly onRefused: (words: string) => void;
}

/** One try. What it is told afterwards does not count once it was given up. */
function send(invitation: string, { run, submit }: Outgoing, sent: Sent): () => void {
  const giveUp = new AbortController();
  const slow = setTimeout(() => sent.onState('slow'), SLOW_MS);
  let later: ReturnType<typeof setTimeout> | undefined;
  sent.onState('sending');

  ask(ENDPOINTS.submit, { path: { invitation, run }, body: submit })
    .then((submission) => giveUp.signal.aborted || sent.onSaved(submission))
    .catch((thrown: unknown) => {
      if (giveUp.signal.aborted) return;
      const isFinal = thrown instanceof Refusal && !isPassing(thrown.status);
      if (isFinal) sent.onRefused(thrown.message);
      else {
        sent.onState('failed');
        later = setTimeout(sent.onRetry, RETRY_MS);
      }
    })
    .finally(() => clearTimeout(slow));
  return () => {
    giveUp.abort();
    clearTimeout(slow);
    clearTimeout(later);
  };
}
