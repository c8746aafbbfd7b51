import { useState } from 'react';
import { changed, DRAFT_PLACE, draftIn, type Draft } from './draft.ts';
import { uuidOf } from './uuid.ts';

/** What is being written, kept in this browser until it has been started. */
export function useDraft() {
  const [draft, set] = useState(() => draftIn(window.localStorage.getItem(DRAFT_PLACE)) ?? EMPTY);
  function keep(next: Draft) {
    set(next);
    window.localStorage.setItem(DRAFT_PLACE, JSON.stringify(next));
  }
  return {
    draft,
    change: (change: Partial<Pick<Draft, 'text' | 'people'>>) => keep(changed(draft, change)),
    /** The key of the attempt to start this: the same until something else is to be started. */
    attempt() {
      const key = draft.attempt ?? uuidOf(window.crypto.getRandomValues(new Uint8Array(16)));
      keep({ ...draft, attempt: key });
      return key;
    },
    drop: () => window.localStorage.removeItem(DRAFT_PLACE),
  };
}

const EMPTY: Draft = { text: '', people: 'people', attempt: null };
