import type { ExperimentFile } from './file.ts';
import type { PathFault } from './path-fault.ts';

/** What is wrong with the arms that are to be like others. */
export function likeFaults({ arms }: ExperimentFile): readonly PathFault[] {
  return Object.entries(arms).flatMap(([name, { like }]) => {
    if (like === undefined) return [];
    const why = faultIn(name, like, arms);
    return why === undefined ? [] : [{ path: ['arms', name, 'like'], why }];
  });
}

function faultIn(name: string, like: string, arms: ExperimentFile['arms']): string | undefined {
  const other = arms[like];
  if (!other) return `there is no arm ${like}; there are ${Object.keys(arms).join(', ')}`;
  if (like === name) return `an arm is not like itself: name another`;
  return other.like === undefined ? undefined : `arm ${like} is itself like ${other.like}: say like: ${other.like}`;
}
