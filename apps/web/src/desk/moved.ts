import { beliefOf, between, pointsOf, type Brief } from '@moot/ui';
import { sided, type Asked } from './keys.ts';

/** A belief in two choices after a key; nothing if the key is about something else. */
export function moved(
  given: Asked,
  belief: readonly number[] | undefined,
  { choices }: Pick<Brief, 'choices'>,
): readonly number[] | undefined {
  if (choices.length !== 2) return undefined;
  const second = belief && pointsOf(belief, choices)[1];
  if (given.kind === 'move') return beliefOf(between((second ?? 50) + given.by), choices);
  return given.kind === 'side' ? beliefOf(between(sided(second, given.choice)), choices) : undefined;
}
