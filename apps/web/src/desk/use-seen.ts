import type { Shown } from '@moot/ui';
import { turnKey } from '@moot/wire';
import { useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import { store, stored } from './stored.ts';
import { placeInWindow } from './window-place.ts';

/** Which speeches have been in sight, by the name of their turn; kept in this browser. */
export function useSeen(run: string, { moves, speaking }: Shown, pane: string): ReadonlySet<string> {
  const place = `moot/seen/${run}`;
  const [keys, setKeys] = useState<readonly string[]>(() => stored(place, z.array(z.string())) ?? []);
  const drawn = [...moves, ...speaking.map(({ turn }) => turn)].map(turnKey).join('\n');

  useEffect(() => {
    const { top, bottom } = placeInWindow();
    const look = (entries: readonly IntersectionObserverEntry[]) => {
      const found = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => nameOf(target));
      if (found.length > 0) setKeys((before) => [...new Set([...before, ...found])]);
    };
    // A line or two of it must be there, not its edge alone.
    const rootMargin = `-${top}px 0px -${Math.max(0, Math.round(window.innerHeight - bottom)) + LINES}px 0px`;
    const looking = new IntersectionObserver(look, { rootMargin });
    for (const speech of document.querySelectorAll('[data-entry]')) looking.observe(speech);
    return () => looking.disconnect();
  }, [drawn, pane]);
  useEffect(() => {
    if (keys.length > 0) store(place, keys);
  }, [place, keys]);
  return useMemo(() => new Set(keys), [keys]);
}

const LINES = 60;

function nameOf(target: Element): string {
  return target instanceof HTMLElement ? (target.dataset.entry ?? '') : '';
}
