import type { Progress } from '@moot/store';
import { SingleBar } from 'cli-progress';
import type { Output } from './output.ts';

export interface ProgressBar {
  update(now: Progress): void;
  stop(): void;
}

/** How far an experiment is, drawn where somebody watches and nowhere else. */
export function progressBar({ isWatched }: Output): ProgressBar {
  if (!isWatched) return { update: () => undefined, stop: () => undefined };
  const format = '{bar} {value}/{total} runs, {failed} failed, {waiting} wait for people';
  const bar = new SingleBar({ format, hideCursor: true, barsize: 24 });
  let isBegun = false;
  return {
    update({ runs, ended, failed, waiting }) {
      if (!isBegun) bar.start(runs, ended, { failed, waiting });
      else bar.update(ended, { failed, waiting });
      isBegun = true;
    },
    stop: () => bar.stop(),
  };
}
