import { gates, type Gates } from '../../../testing/gates.ts';
import type { Speaks } from '../../../testing/speakers.ts';

/** What those say who argue in the further arms, where they wait, and what each was told. */
export interface Arguers extends Gates {
  readonly speaks: Speaks;
  /** All that was sent to the model in a seat of an arm, as `attacked-A`. */
  told(place: string): string;
}

export function arguers(): Arguers {
  const doors = gates();
  const prompts = new Map<string, string>();
  return {
    ...doors,
    told: (place) => prompts.get(place) ?? '',
    async *speaks({ model, prompt }) {
      const arm = model.replace('hidden-model-', '');
      const place = `${arm}-${seatIn(prompt)}`;
      prompts.set(place, `${prompts.get(place) ?? ''}\n${prompt}`);
      if (prompt.includes('choose the answer for which you will argue')) {
        await doors.at(CHOICE);
        yield '{"option": 1}';
        return;
      }
      const round = prompt.includes(`SAID-${place}-1`) ? 2 : 1;
      yield `<thinking>THOUGHT-${place}</thinking>\n<speech>SAID-${place}-${round} that it is so, `;
      if (WAITING.includes(place) && round === 1) await doors.at(place);
      yield `and REST-${place}-${round} at last.</speech>`;
    },
  };
}

/** Where a side is chosen. */
export const CHOICE = 'choice';

/** Who is held up in the first round. */
export const WAITING: readonly string[] = ['attacked-B', 'consultancy-consultant', 'double-B'];

function seatIn(prompt: string): string {
  return /You are (?:debater|consultant) ([AB])\b/.exec(prompt)?.[1] ?? 'consultant';
}
