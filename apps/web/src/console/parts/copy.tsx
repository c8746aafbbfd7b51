import { useState } from 'react';
import { copied } from './clipboard.ts';
import { Icon } from './icon.tsx';

/** A button that copies, and says whether it did. */
export function Copy({ text, children, what }: CopyProps) {
  const [said, setSaid] = useState<string>();
  async function copy() {
    const isDone = await copied(text);
    setSaid(isDone ? 'Copied' : 'Not copied: mark it and copy by hand');
    window.setTimeout(() => setSaid(undefined), 2500);
  }
  return (
    <>
      <button type="button" className="btn is-small" onClick={() => void copy()}>
        <Icon name={said === 'Copied' ? 'check' : 'copy'} />
        {said ?? children}
        {what !== undefined && <span className="visually-hidden">{what}</span>}
      </button>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
}

interface CopyProps {
  readonly text: string;
  readonly children: string;
  /** What is copied, for those who hear the button among others like it. */
  readonly what?: string;
}
