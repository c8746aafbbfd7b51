import { useState } from 'react';
import { useTitle } from '../parts/use-title.ts';
import { Beginning } from './beginning.tsx';
import { Drafting } from './drafting.tsx';
import { useDraft } from './use-draft.ts';

/** A new experiment: begun from a preset or a file, then written and checked until it can start. */
export function EditorPage() {
  useTitle('New experiment');
  const drafting = useDraft();
  const isThere = drafting.draft.text.trim() !== '';
  const [shown, show] = useState<'beginning' | 'draft'>(isThere ? 'draft' : 'beginning');
  if (shown === 'draft') return <Drafting drafting={drafting} restart={() => show('beginning')} />;
  return (
    <Beginning
      draft={isThere ? drafting.draft : undefined}
      goOn={() => show('draft')}
      begin={(text) => {
        drafting.change({ text });
        show('draft');
      }}
    />
  );
}
