import { expect, it } from 'vitest';
import { unbegunIn } from './begin-page.tsx';

const turn = { seat: 'judge', kind: 'verdict', at: 'end', version: 1 };

it('waits to be begun where there is a limit and nothing is shown yet', () => {
  const limited = { ...turn, seconds: 240 };
  expect(unbegunIn({ open: [limited], brief: {} })).toEqual({ turn: limited, seconds: 240 });
  expect(unbegunIn({ open: [limited], brief: { question: 'Which door?' } })).toBeUndefined();
  expect(unbegunIn({ open: [turn], brief: {} })).toBeUndefined();
});
