import { expect, it } from 'vitest';
import { inSourceOrder, placeWords } from './source-order.ts';

const found = (start: number) => ({ text: 'q', start: 0, end: 1, status: 'verbatim', at: { start, end: start + 1 } });
const absent = { text: 'no', start: 3, end: 5, status: 'absent' };
const turn = (seat: string) => ({ seat, kind: 'speech', at: 'round 1', version: 1 });

it('orders quotes of both by the source, what is not in it last', () => {
  const moves = [{ ...turn('A'), text: '', quotes: [absent, found(80)] }];
  const speaking = [{ turn: turn('B'), text: '', beside: { quotes: [found(20)] } }];
  expect(inSourceOrder({ moves, speaking }).map(({ seat, at }) => [seat, at])).toEqual([
    ['B', 20],
    ['A', 80],
    ['A', undefined],
  ]);
});

it('leaves out what does not look like a quote', () => {
  const moves = [{ ...turn('A'), text: '', quotes: [null, { text: 'x' }, found(1)] }];
  expect(inSourceOrder({ moves, speaking: [] })).toHaveLength(1);
});

it('counts words where the source is known', () => {
  const [placed] = inSourceOrder({ moves: [{ ...turn('A'), quotes: [found(8)] }], speaking: [] });
  expect(placed && placeWords(placed, 'one two three')).toBe('word 3');
  expect(placed && placeWords(placed, undefined)).toBe('character 9');
});
