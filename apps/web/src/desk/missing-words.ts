import { asksBelief, saidBy, type Asks, type Draft } from './drafts.ts';

/** What a turn still needs before it can be submitted; and where nothing is missing, what submitting does. */
export function missingWords(draft: Draft, turn: Asks): string {
  if (saidBy(draft, turn)) return 'You can take it back for a few seconds.';
  if (asksBelief(turn)) return 'An untouched slider is not a belief.';
  if (turn.choices && draft.choice === undefined) return 'Choose what comes next.';
  if (draft.choice === 'ask' && draft.to.length === 0) return 'Say who is asked.';
  return 'Write something first.';
}
