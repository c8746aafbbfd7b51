import type { Shown } from '@moot/ui';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { isReading, paced, throughPace, WORDS_PER_MS, type Reached } from './paced.ts';
import { store, stored } from './stored.ts';

const TICK_MS = 250;

/** A run at reading speed, where its brief wants that. What was shown in this browser stays shown. */
export function usePace(
  run: string,
  shown: Shown | undefined,
): { readonly shown: Shown | undefined; readonly reading: 'done' | 'reading' } {
  const place = `moot/paced/${run}`;
  const [reached, setReached] = useState<Reached>(() => stored(place, z.record(z.string(), z.number())) ?? {});
  const latest = useRef(shown);
  const isPaced = shown?.brief.reveal === 'paced';
  const isOn = isPaced && isReading(shown, reached);

  useEffect(() => {
    latest.current = shown;
  }, [shown]);
  useEffect(() => {
    if (!isOn) return;
    let before = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const words = document.visibilityState === 'visible' ? (now - before) * WORDS_PER_MS : 0;
      before = now;
      setReached((so) => (latest.current ? paced(latest.current, so, words) : so));
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [isOn]);
  useEffect(() => {
    if (isPaced) store(place, reached);
  }, [place, reached, isPaced]);

  if (!shown || !isPaced) return { shown, reading: 'done' };
  return { shown: throughPace(shown, reached), reading: isOn ? 'reading' : 'done' };
}
