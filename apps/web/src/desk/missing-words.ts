import { asksBelief, saidBy, type Asks, type Draft } from './drafts.ts';
import { fieldMissing } from './field-words.ts';
import { missingIn } from './filled.ts';

/** What a turn still needs before it can be submitted; and where nothing is missing, what submitting does. */
export function missingWords(draft: Draft, turn: Asks): string {
  if (saidBy(draft, turn)) return 'You can take it back for a few seconds.';
  if (asksBelief(turn)) return 'An untouched slider is not a belief.';
  const missing = missingIn(turn.fields, { ...turn.settled, ...draft.filled });
  return missing ? fieldMissing(missing) : fieldMissing({ form: 'unknown', name: turn.kind });
}
