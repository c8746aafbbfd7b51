import type { Turn } from './protocol.ts';

/** Who made a move, what it cost and could cost, how long it could take, what it rests on, what was thought and how it complies stay with the researcher. */
export function withoutRecord<M extends Turn>(move: M): M {
  const seen = { ...move };
  for (const field of RECORD) Reflect.deleteProperty(seen, field);
  return seen;
}
const RECORD = ['by', 'cost', 'left', 'seconds', 'thinking', 'compliance', 'rests'];
