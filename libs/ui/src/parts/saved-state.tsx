import { IconCheck } from '@tabler/icons-react';
import { savedWords, type Saved } from './saved-words.ts';

/** Whether what was given is with the server. */
export function SavedState({ saved }: { readonly saved: Saved }) {
  return (
    <span className="saved" role="status">
      {saved.kind === 'saved' && <IconCheck className="icon" aria-hidden />}
      {savedWords(saved)}
    </span>
  );
}
