import type { Manner } from '@moot/experiment';
import { pooled, type How } from '@moot/protocol';
import type { Answer, Course, Task } from './course.ts';

/** Asks for a belief as the seat has it read: stated or by log-probabilities, once or in both orders of the options. */
export function* judged(
  { reading, orders }: Manner,
  ask: (how: How) => Omit<Task, 'part'>,
  partOf: (order: number) => string,
): Course<Answer> {
  const answer = reading === 'logprobs' ? 'number' : 'stated';
  const first = yield { ...ask({ listed: 'frozen', answer }), part: partOf(1) };
  if (orders !== 'both') return first;
  const second = yield { ...ask({ listed: 'reversed', answer }), part: partOf(2) };
  return { call: second.call, said: pooled([first.said, second.said]) };
}
