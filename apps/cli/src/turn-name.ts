import type { Turn } from '@moot/protocol';

/** A turn as it is written on the command line: `A speech @round 1`. */
export function turnName({ seat, kind, at, version }: Pick<Turn, 'seat' | 'kind' | 'at' | 'version'>): string {
  return `${seat} ${kind} @${at}${version === 1 ? '' : ` v${version}`}`;
}
