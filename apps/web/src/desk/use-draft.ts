import type { TurnName } from '@moot/wire';
import { turnKey } from '@moot/wire';
import { useEffect, useRef, useState } from 'react';
import { attended, begun, changed, Draft, NO_DRAFT, type Change } from './drafts.ts';
import { forget, store, stored } from './stored.ts';

/** Where a draft is kept: by its turn, or as the next one's while no turn is open. */
export function draftPlace(run: string, turn: TurnName | undefined): string {
  return `moot/draft/${run}/${turn ? turnKey(turn) : 'next'}`;
}

/** A draft that outlives the page. It begins with what was set while waiting for the turn, or with the last belief. */
export function useDraft(run: string, turn: TurnName | undefined, last: readonly number[] | undefined) {
  const place = draftPlace(run, turn);
  const [draft, setDraft] = useState<Draft>(() => stored(place, Draft) ?? firstDraft(run, turn, last));
  const active = useActiveMs();

  const keep = (to: (before: Draft) => Draft) =>
    setDraft((before) => {
      const after = to(before);
      store(place, after);
      return after;
    });
  useEffect(() => {
    if (!turn) return;
    keep((before) => begun(before, Date.now()));
    forget(draftPlace(run, undefined));
  }, [place]);
  useEffect(() => {
    const flush = () => document.visibilityState === 'hidden' && keep((before) => attended(before, active.take()));
    document.addEventListener('visibilitychange', flush);
    return () => document.removeEventListener('visibilitychange', flush);
  }, [place]);

  return {
    draft,
    change: (given: Change) => keep((before) => changed(before, given, Date.now())),
    /** The draft with all the time that was spent on it. */
    whole: () => attended(draft, active.look()),
  };
}

function firstDraft(run: string, turn: TurnName | undefined, last: readonly number[] | undefined): Draft {
  const next = turn && stored(draftPlace(run, undefined), Draft);
  const belief = next?.belief ?? last;
  return belief ? { ...NO_DRAFT, belief } : NO_DRAFT;
}

/** How long the page was in sight since it was last taken. */
function useActiveMs(): { readonly look: () => number; readonly take: () => number } {
  const since = useRef<number | undefined>(undefined);
  const sum = useRef(0);
  useEffect(() => {
    const look = () => {
      const now = performance.now();
      if (since.current !== undefined) sum.current += now - since.current;
      since.current = document.visibilityState === 'visible' ? now : undefined;
    };
    look();
    // Before what else listens, so that the last stretch is counted.
    document.addEventListener('visibilitychange', look, { capture: true });
    return () => document.removeEventListener('visibilitychange', look, { capture: true });
  }, []);
  const look = () => sum.current + (since.current === undefined ? 0 : performance.now() - since.current);
  return {
    look,
    take: () => {
      const ms = look();
      sum.current = 0;
      if (since.current !== undefined) since.current = performance.now();
      return ms;
    },
  };
}
