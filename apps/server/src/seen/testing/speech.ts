import { gates, type Gates } from '../../testing/gates.ts';
import { NoReply, type Speaks } from '../../testing/speakers.ts';

/** What the debaters of the marked runs say, and where they wait until they are let on. */
export interface Debaters extends Gates {
  readonly speaks: Speaks;
}

/** Debaters that are told apart by their model, which has the arm and the twin in its name, and by their seat. */
export function debaters(): Debaters {
  const doors = gates();
  return {
    ...doors,
    async *speaks({ model, prompt, before }) {
      const [, arm = '', twin = ''] = /^hidden-model-(.*)-(\d)$/.exec(model) ?? [];
      const seat = prompt.includes('You are debater A') ? 'A' : 'B';
      if (fails(arm, seat, before)) throw new NoReply(404, `HIDDEN-FAULT-${arm}`);
      if (arm === 'live' && seat === 'A' && !prompt.includes('That cannot be taken')) {
        yield `<speech>SHORT-${arm}`;
        await doors.at(`short-${twin}`);
        yield '</speech>';
        return;
      }
      yield `<thinking>THOUGHT-${arm}-${seat}, of course</thinking>\n<speech>`;
      yield `SAID-${arm}-${seat} that it reads <quote>once a house by the sea</quote> `;
      if (seat === 'B') await doors.at(`${arm}-${twin}`);
      yield `and more of it, and so on, REST-${arm}-${seat} at last.</speech>`;
    },
  };
}

function fails(arm: string, seat: string, before: number): boolean {
  if (arm === 'together') return seat === 'B' && before === 0;
  return arm === 'abandoned' || (arm === 'passed' && seat === 'A');
}
