import type { Link } from '@moot/ui';
import type { Handshake } from '@moot/wire';
import { useEffect, useState } from 'react';
import { eachFrame } from './each-frame.ts';
import { follow } from './follow.ts';
import { linkOf, OFFLINE_AFTER_MS } from './link.ts';
import { NOTHING_KNOWN, type Known } from './run-state.ts';

/** A run as it is followed. */
export interface Following extends Known {
  readonly link: Link;
  /** Why it cannot be followed, in the server's words. */
  readonly refused: string | undefined;
  /** How often the link was made: what was asked over HTTP is to be asked again when it grows. */
  readonly links: number;
}

/** Follows a run while the page is open; nothing as long as there is none. */
export function useRun(run: string | undefined, as: Handshake): Following {
  const [known, setKnown] = useState<Known>(NOTHING_KNOWN);
  const [refused, setRefused] = useState<string>();
  const [links, setLinks] = useState(0);
  const [lostAt, setLostAt] = useState<number>();
  const invitation = as.as === 'judge' ? as.invitation : undefined;

  useEffect(() => {
    setKnown(NOTHING_KNOWN);
    setRefused(undefined);
    if (run === undefined) return;
    const frames = eachFrame(setKnown);
    const stop = follow(run, invitation === undefined ? { as: 'account' } : { as: 'judge', invitation }, {
      onKnown: frames.put,
      onRefused: setRefused,
      onLink: (link) => {
        setLostAt((before) => (link === 'up' ? undefined : (before ?? Date.now())));
        if (link === 'up') setLinks((before) => before + 1);
      },
    });
    return () => {
      stop();
      frames.stop();
    };
  }, [run, invitation]);

  return { ...known, refused, links, link: useLink(lostAt) };
}

/** The link in words' terms, looked at again when it has been lost for long. */
function useLink(lostAt: number | undefined): Link {
  const [now, setNow] = useState(0);
  const isOff = useBrowserOffline();
  useEffect(() => {
    if (lostAt === undefined) return;
    const timer = setTimeout(() => setNow(Date.now()), OFFLINE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [lostAt]);
  const link = linkOf(lostAt, now);
  return isOff && link === 'live' ? 'reconnecting' : link;
}

/** What the browser knows of its own network: sooner than a beat is missed. */
function useBrowserOffline(): boolean {
  const [isOff, setOff] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setOff(!navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return isOff;
}
