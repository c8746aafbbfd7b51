import { turnKey, type OpenTurn } from '@moot/wire';
import { useState } from 'react';
import type { DeskPanesProps } from './desk-panes.tsx';
import { choiceLabel, earlyTurn } from './labels.ts';

/** Whether somebody has seen enough, or gives up their side, where they may say so. */
export interface Enough {
  /** What is open to them: that alone, once they have chosen it. */
  readonly open: readonly OpenTurn[];
  /** Chooses it, or goes on after all; nothing where there is no such choice. */
  readonly choose: { readonly words: string; readonly act: () => void } | undefined;
}

/** What is done before its time: chosen by who may do it, or given already and not yet a move. */
export function useEnough({ state, run, outbox }: Pick<DeskPanesProps, 'state' | 'run' | 'outbox'>): Enough {
  const [wish, setWish] = useState<'go on' | 'early'>('go on');
  const early = earlyTurn(state.open);
  if (!early) return { open: state.open, choose: undefined };
  const key = turnKey(early);
  const isGiven =
    outbox.waiting.some(({ submit }) => turnKey(submit.turn) === key) ||
    run.submissions.some((each) => turnKey(each.turn) === key && (each.state === 'saved' || each.state === 'fixed'));
  const turn = { ...early, optional: undefined };
  if (isGiven) return { open: [turn], choose: undefined };
  const words = WORDS.get(early.kind) ?? { choose: choiceLabel(early.kind), back: 'Not now' };
  return wish === 'early'
    ? { open: [turn], choose: { words: words.back, act: () => setWish('go on') } }
    : { open: state.open, choose: { words: words.choose, act: () => setWish('early') } };
}

/** How what may be done before its time is chosen, and left again. */
const WORDS = new Map([
  ['verdict', { choose: 'I have seen enough: give my verdict now', back: 'Go on reading first' }],
  ['concede', { choose: 'Concede …', back: 'Do not concede' }],
]);
