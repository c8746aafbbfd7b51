import { useEffect } from 'react';
import { stepped } from './playing.ts';
import type { Replay } from './use-replay.ts';

/** ← and → step, Space plays, wherever one is on the page, save where keys mean something else. */
export function useReplayKeys({ n, go, play }: Replay, count: number) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTaken(event)) return;
      const to = event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? stepped(event.key, n, count) : undefined;
      if (to === undefined && event.key !== ' ') return;
      event.preventDefault();
      if (to === undefined) play();
      else go(to);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  const others = key === ' ' ? `${TYPING}, button, a, summary` : TYPING;
  return target.closest(others) !== null;
}

/** Where one types, or scrolls with the same keys. */
const TYPING = 'input, textarea, select, dialog, [contenteditable], [role="region"][tabindex="0"]';
