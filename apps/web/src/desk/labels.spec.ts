import { briefOf } from '@moot/ui';
import { expect, it } from 'vitest';
import {
  choiceLabel,
  drawerLabel,
  earlierBeliefs,
  earlyVerdict,
  submitLabel,
  titleBetween,
  turnTitle,
  turnToTake,
} from './labels.ts';

const brief = briefOf({ options: ['x', 'y'], rounds: { min: 3, max: 3 } });
const turn = (kind: string, at: string) => ({ seat: 'judge', kind, at, version: 1 });

it('says after what a turn comes', () => {
  expect(turnTitle(turn('belief', 'round 0'))).toBe('Before round 1');
  expect(turnTitle(turn('belief', 'round 2'))).toBe('After round 2');
  expect(turnTitle(turn('respond', 'round 2/1'))).toBe('After round 2');
  expect(turnTitle(turn('verdict', 'end'))).toBe('Your verdict');
  expect([0, 1].map((step) => turnTitle(turn('belief', `step ${step}`)))).toEqual(['Before round 1', 'After round 1']);
});

it('finds the verdict that may be given before everything was seen', () => {
  const belief = turn('belief', 'step 1');
  const early = { ...turn('verdict', 'end'), optional: true as const };
  expect(earlyVerdict([belief, early])).toEqual(early);
  expect(turnToTake([belief, early])).toEqual(belief);
  expect(earlyVerdict([turn('verdict', 'end')])).toBeUndefined();
});

it('says on the button what is kept, and what comes then', () => {
  expect(submitLabel(turn('belief', 'round 1'), [0.2, 0.8], brief, 'Fix')).toBe('Fix 80\u00a0% and hear round 2');
  expect(submitLabel(turn('belief', 'round 1'), [0.2, 0.8], brief, 'Keep')).toBe('Keep 80\u00a0% and hear round 2');
  expect(submitLabel(turn('belief', 'round 3'), [0.2, 0.8], brief, 'Fix')).toBe('Fix 80\u00a0%');
  expect(submitLabel(turn('verdict', 'end'), [0.9, 0.1], brief, 'Fix')).toBe('Submit the verdict, 90\u00a0%');
});

it('finds beliefs of one’s own alone, but not the verdict', () => {
  const moves = [
    { ...turn('belief', 'round 0'), belief: [0.5, 0.5] },
    { ...turn('belief', 'round 1'), seat: 'judge 2', belief: [0, 1] },
    { ...turn('belief', 'round 1'), belief: [0.3, 0.7] },
    { ...turn('verdict', 'end'), belief: [0.1, 0.9], reason: '' },
  ];
  expect(earlierBeliefs({ moves, seat: 'judge' })).toEqual([
    { label: 'before', belief: [0.5, 0.5] },
    { label: '1', belief: [0.3, 0.7] },
  ]);
});

it('names the round that is being heard, where a belief is given after each', () => {
  const awaited = [{ ...turn('speech', 'round 2'), seat: 'A', state: 'speaking' as const }];
  const moves = [{ ...turn('belief', 'round 1'), belief: [0.5, 0.5] }];
  expect(titleBetween({ moves, awaited, seat: 'judge' })).toBe('After round 2');
  expect(titleBetween({ moves: [], awaited, seat: 'judge' })).toBe('Your belief');
  const replying = [{ ...turn('reply', 'round 1/1/judge'), seat: 'A', state: 'waiting' as const }];
  expect(titleBetween({ moves, awaited: replying, seat: 'judge' })).toBe('Your belief');
});

it('takes what the run waits for before what it does not', () => {
  expect(turnToTake([{ ...turn('concede', 'end'), optional: true }, turn('verdict', 'end')])?.kind).toBe('verdict');
  expect(turnToTake([])).toBeUndefined();
});

it('leaves a choice that it does not know as it is', () => {
  expect(choiceLabel('ask')).toBe('Ask a question');
  expect(choiceLabel('resample')).toBe('Resample');
});

it('names what is in the drawer, and has none where it is empty', () => {
  expect(drawerLabel(turn('verdict', 'end'), 1)).toBe('Reason (optional)');
  expect(drawerLabel(turn('belief', 'round 1'), 2)).toBe('More');
  expect(drawerLabel(turn('belief', 'round 0'), 1)).toBeUndefined();
});
