import { besideTree, roundsOf, Transcript, type Shown } from '@moot/ui';
import { useLayoutEffect, useRef, type MouseEvent } from 'react';

interface RunTranscriptProps {
  readonly shown: Shown;
  /** The name of the turn whose move is marked. */
  readonly chosen: string | undefined;
  readonly choose: (key: string) => void;
}

/** A transcript in which one move is marked, and others can be chosen by a press. */
export function RunTranscript({ shown, chosen, choose }: RunTranscriptProps) {
  const place = useRef<HTMLDivElement>(null);
  // Entries stand in the page in the order of the rounds; which of them is chosen changes nothing else of them.
  useLayoutEffect(() => {
    const keys = roundsOf(besideTree(shown)).flatMap(({ blocks }) =>
      blocks.flatMap(({ entries }) => entries.map(({ key }) => key)),
    );
    const drawn = place.current?.querySelectorAll<HTMLElement>('.speech, .interjection') ?? [];
    for (const [i, element] of drawn.entries()) {
      element.dataset.key = keys[i] ?? '';
      element.toggleAttribute('data-chosen', keys[i] === chosen);
    }
    for (const element of place.current?.querySelectorAll<HTMLElement>('[data-of]') ?? []) {
      element.dataset.key = element.dataset.of ?? '';
      element.toggleAttribute('data-chosen', element.dataset.of === chosen);
    }
  }, [shown, chosen]);
  const press = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || window.getSelection()?.isCollapsed === false) return;
    const key = event.target.closest<HTMLElement>('[data-key]')?.dataset.key;
    if (key !== undefined && key !== '') choose(key);
  };
  return (
    <div ref={place} onClick={press}>
      <Transcript shown={shown} />
    </div>
  );
}
