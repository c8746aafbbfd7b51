import { IconCheck } from '@tabler/icons-react';
import { clock, savedWords, type Saved } from './saved-words.ts';

/** Whether what was given is with the server. */
export function SavedState({ saved }: { readonly saved: Saved }) {
  return (
    <span className="saved" role="status">
      {saved.kind === 'saved' && <IconCheck className="icon" aria-hidden />}
      {saved.kind === 'saved' ? (
        <>
          Saved<span className="wide-only"> {clock(saved.at)}</span>
        </>
      ) : (
        savedWords(saved)
      )}
    </span>
  );
}
