import type { Step } from '@moot/wire';

/** The way as it is shown: declining is no station of it. */
export const STATIONS = ['Welcome', 'Consent', 'Instructions', 'Runs', 'Thanks'] as const;

/** Which station a step belongs to. */
export function stationOf(step: Step): number {
  switch (step) {
    case 'welcome':
      return 0;
    case 'consent':
    case 'declined':
    case 'full':
      return 1;
    case 'instructions':
      return 2;
    case 'runs':
      return 3;
    case 'thanks':
      return 4;
  }
}
