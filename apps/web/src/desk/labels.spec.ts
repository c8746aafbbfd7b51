import { briefOf } from '@moot/ui';
import { expect, it } from 'vitest';
import {
  choiceLabel,
  drawerLabel,
  earlierBeliefs,
  earlyTurn,
  submitLabel,
  titleBetween,
  turnTitle,
  turnToTake,
} from './labels.ts';

const brief = briefOf({ options: ['x', 'y'], rounds: { min: 3, max: 3 } });
const turn = (kind: string, at: string) => ({ seat: 'judge', kind, at, version: 1 });

it('says after what a turn comes', () => {
  const titleOf = (kind: string, at: string) => turnTitle(turn(kind, at), { moves: [], seat: 'judge' }, brief);
  expect(titleOf('belief', 'round 0')).toBe('Before round 1');
  expect(titleOf('belief', 'round 2')).toBe('After round 2');
  expect(titleOf('belief', 'critique')).toBe('After the critique');
  expect(titleOf('belief', 'defence 2')).toBe('After defence 2');
  expect(titleOf('respond', 'round 2/1')).toBe('After round 2');
  expect(titleOf('verdict', 'end')).toBe('Your verdict');
  expect(titleOf('speech', 'round 2')).toBe('Your speech');
});

it('counts no round before what has parts of its own names', () => {
  const inParts = briefOf({ options: ['x', 'y'], rebuttals: 1 });
  const prior = turn('belief', 'round 0');
  expect(turnTitle(prior, { moves: [], seat: 'judge' }, inParts)).toBe('Before anything is said');
});

it('names a step of a finished transcript by what was shown in it', () => {
  const moves = [{ ...turn('speech', 'rebuttal'), seat: 'critic' }, turn('belief', 'step 0')];
  expect(turnTitle(turn('belief', 'step 0'), { moves: [], seat: 'judge' }, brief)).toBe('Before anything is read');
  expect(turnTitle(turn('belief', 'step 4'), { moves, seat: 'judge' }, brief)).toBe('After the rebuttal');
});

it('finds the verdict that may be given before everything was seen', () => {
  const belief = turn('belief', 'step 1');
  const early = { ...turn('verdict', 'end'), optional: true as const };
  expect(earlyTurn([belief, early])).toEqual(early);
  expect(turnToTake([belief, early])).toEqual(belief);
  expect(earlyTurn([turn('verdict', 'end')])).toBeUndefined();
});

it('says on the button what is kept, and what comes then', () => {
  expect(submitLabel(turn('belief', 'round 1'), [0.2, 0.8], brief, 'Fix')).toBe('Fix 80\u00a0% and hear round 2');
  expect(submitLabel(turn('belief', 'round 1'), [0.2, 0.8], brief, 'Keep')).toBe('Keep 80\u00a0% and hear round 2');
  expect(submitLabel(turn('belief', 'round 3'), [0.2, 0.8], brief, 'Fix')).toBe('Fix 80\u00a0%');
  const asking = briefOf({ options: ['x', 'y'], rounds: { min: 1, max: 3 }, questions: 1 });
  expect(submitLabel(turn('belief', 'round 1'), [0.2, 0.8], asking, 'Fix')).toBe('Fix 80\u00a0% and go on');
  expect(submitLabel(turn('belief', 'step 0'), [0.2, 0.8], brief, 'Fix')).toBe('Fix 80\u00a0% and read on');
  expect(submitLabel(turn('belief', 'critique'), [0.2, 0.8], brief, 'Fix')).toBe('Fix 80\u00a0%');
  expect(submitLabel(turn('verdict', 'end'), [0.9, 0.1], brief, 'Fix')).toBe('Submit the verdict, 90\u00a0%');
});

it('finds beliefs of one’s own alone, but not the verdict', () => {
  const moves = [
    { ...turn('belief', 'round 0'), belief: [0.5, 0.5] },
    { ...turn('belief', 'round 1'), seat: 'judge 2', belief: [0, 1] },
    { ...turn('belief', 'round 1'), belief: [0.3, 0.7] },
    { ...turn('belief', 'critique'), belief: [0.2, 0.8] },
    { ...turn('verdict', 'end'), belief: [0.1, 0.9], reason: '' },
  ];
  expect(earlierBeliefs({ moves, seat: 'judge' })).toEqual([
    { label: 'before', belief: [0.5, 0.5] },
    { label: '1', belief: [0.3, 0.7] },
    { label: 'critique', belief: [0.2, 0.8] },
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
