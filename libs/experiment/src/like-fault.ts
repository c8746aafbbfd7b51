import type { ExperimentFile } from './file.ts';
import type { PathFault } from './path-fault.ts';

/** What is wrong with the arms that are to be like others. */
export function likeFaults({ arms }: ExperimentFile): readonly PathFault[] {
  return Object.entries(arms).flatMap(([name, arm]) => {
    const like = likeOf(arm);
    if (like === undefined) return [];
    const why = faultIn(name, like, arms);
    return why === undefined ? [] : [{ path: ['arms', name, 'like'], why }];
  });
}

function faultIn(name: string, like: string, arms: ExperimentFile['arms']): string | undefined {
  const other = arms[like];
  if (!other) return `there is no arm ${like}; there are ${Object.keys(arms).join(', ')}`;
  if (like === name) return `an arm is not like itself: name another`;
  const further = likeOf(other);
  return further === undefined ? undefined : `arm ${like} is itself like ${further}: say like: ${further}`;
}

function likeOf(arm: ExperimentFile['arms'][string]): string | undefined {
  return 'like' in arm ? arm.like : undefined;
}
