import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { askedBy, type Asked } from './keys.ts';
import { store, stored } from './stored.ts';

/** Does what keys ask for, anywhere on the page. Returns whether it did something. */
export function useKeys(keys: 'on' | 'off', act: (asked: Asked) => boolean): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const asked = event.defaultPrevented ? undefined : askedBy(event, placeOf(event.target), keys);
      if (asked && latest.current(asked)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keys]);
}

function placeOf(target: EventTarget | null): 'page' | 'text' | 'slider' {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.closest('[role="slider"]')) return 'slider';
  return target.closest('input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]')
    ? 'text'
    : 'page';
}

/** Whether keys are on; kept for this browser. */
export function useKeysChoice(): readonly ['on' | 'off', (keys: 'on' | 'off') => void] {
  const [keys, setKeys] = useState<'on' | 'off'>(() => stored('moot/keys', z.enum(['on', 'off'])) ?? 'on');
  return [
    keys,
    (chosen) => {
      store('moot/keys', chosen);
      setKeys(chosen);
    },
  ];
}
