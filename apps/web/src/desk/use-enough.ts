import { turnKey, type OpenTurn } from '@moot/wire';
import { useState } from 'react';
import type { DeskPanesProps } from './desk-panes.tsx';
import { earlyVerdict } from './labels.ts';

/** Whether a judge has seen enough, where they may say so. */
export interface Enough {
  /** What is open to them: the verdict alone, once they have seen enough. */
  readonly open: readonly OpenTurn[];
  /** Says that they have seen enough, or that they go on after all; nothing where there is no such choice. */
  readonly choose: { readonly words: string; readonly act: () => void } | undefined;
}

/** The verdict before the end: chosen by the judge, or given already and not yet a move. */
export function useEnough({ state, run, outbox }: Pick<DeskPanesProps, 'state' | 'run' | 'outbox'>): Enough {
  const [wish, setWish] = useState<'go on' | 'verdict'>('go on');
  const early = earlyVerdict(state.open);
  if (!early) return { open: state.open, choose: undefined };
  const key = turnKey(early);
  const isGiven =
    outbox.waiting.some(({ submit }) => turnKey(submit.turn) === key) ||
    run.submissions.some((each) => turnKey(each.turn) === key && (each.state === 'saved' || each.state === 'fixed'));
  const verdict = { ...early, optional: undefined };
  if (isGiven) return { open: [verdict], choose: undefined };
  return wish === 'verdict'
    ? { open: [verdict], choose: { words: 'Go on reading', act: () => setWish('go on') } }
    : { open: state.open, choose: { words: 'I have seen enough', act: () => setWish('verdict') } };
}
