import { useEffect, useState } from 'react';
import type { Entry } from './log.ts';
import { pause, type Speed } from './playing.ts';

/** Where the replay stands: after `n` entries; `isAtEnd` also when more of them come. */
export interface Replay {
  readonly n: number;
  readonly isAtEnd: boolean;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly go: (n: number) => void;
  readonly play: () => void;
  readonly setSpeed: (speed: Speed) => void;
}

export function useReplay(log: readonly Entry[]): Replay {
  const [stand, setStand] = useState<number | 'end'>('end');
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>('1');
  const isAtEnd = stand === 'end' || stand >= log.length;
  const n = stand === 'end' ? log.length : Math.min(stand, log.length);
  const go = (to: number) => setStand(to >= log.length ? 'end' : to);

  useEffect(() => {
    if (!isPlaying) return;
    if (n >= log.length) {
      setPlaying(false);
      return;
    }
    const timer = window.setTimeout(() => setStand(n + 1 >= log.length ? 'end' : n + 1), pause(log, n, speed));
    return () => window.clearTimeout(timer);
  }, [isPlaying, n, log, speed]);

  const play = () => {
    if (!isPlaying && isAtEnd) setStand(Math.min(1, log.length));
    setPlaying(!isPlaying);
  };
  return { n, isAtEnd, isPlaying, speed, go, play, setSpeed };
}
