import { useEffect, useRef, type RefObject } from 'react';
import { isNearEnd, stepTo, type View } from './following.ts';
import { placeInWindow } from './window-place.ts';

/**
 * Begins at the first speech that was not seen, else at the last round; then brings along what is new for a reader who is at
 * the end. Only the reader's own scrolling says where they are: what grows under them does not.
 */
export function useFollowing(end: RefObject<HTMLElement | null>, seen: ReadonlySet<string>, grown: string): void {
  const isFollowing = useRef(false);
  const own = useRef(-1);

  useEffect(() => {
    begin(end.current, seen);
    own.current = window.scrollY;
    isFollowing.current = true;
    const look = () => {
      const view = viewOf(end.current);
      if (!view || Math.abs(window.scrollY - own.current) <= 2) return;
      own.current = -1;
      isFollowing.current = isNearEnd(view);
    };
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, [end]);
  useEffect(() => {
    const view = isFollowing.current ? viewOf(end.current) : undefined;
    const step = view ? stepTo(view) : 0;
    if (step < 1) return;
    window.scrollBy({ top: step, behavior: 'instant' });
    own.current = window.scrollY;
  }, [end, grown]);
}

function begin(end: HTMLElement | null, seen: ReadonlySet<string>): void {
  const speeches = [...(end?.parentElement?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
  const first = speeches.find(({ dataset }) => !seen.has(dataset.entry ?? ''));
  const start = first ? headOf(blockOf(first)) : lastOf(end);
  start?.scrollIntoView({ block: 'start', behavior: 'instant' });
}

function viewOf(end: HTMLElement | null): View | undefined {
  const last = lastOf(end);
  // On a narrow page it may lie under another tab.
  if (!end || !last || end.getClientRects().length === 0) return undefined;
  return { ...placeInWindow(), last: last.getBoundingClientRect().top, end: end.getBoundingClientRect().top };
}

/** The last block of the transcript, with the heading of its round if it is the first in it. */
function lastOf(end: HTMLElement | null): Element | undefined {
  return headOf(end?.parentElement?.querySelector('.transcript[role="region"]')?.lastElementChild ?? undefined);
}

function blockOf(speech: Element): Element {
  return speech.closest('.openings') ?? speech;
}

function headOf(block: Element | undefined): Element | undefined {
  const before = block?.previousElementSibling;
  return before?.classList.contains('round') ? before : block;
}
