import { expect, it } from 'vitest';
import { saidIn } from '../transcript/said.ts';
import { claimsIn, countUnder, isInTree, type Claim } from './claims.ts';

const turn = (seat: string, kind: string, at: string) => ({ seat, kind, at, version: 1 });
const opening = (seat: string) => ({ ...turn(seat, 'x', 'opening'), id: seat, text: `${seat} opens` });
const pair = (seat: string, on: string) => ({
  ...turn(seat, 'y', `round 1/${on}`),
  on,
  claims: ['1', '2'].map((i) => ({ id: `${on}/${i}`, text: `${on}/${i} says` })),
});
const marks = (seat: string, on: string, ...given: readonly string[]) => ({
  ...turn(seat, 'z', `round 1/${on}`),
  marks: given.map((mark, i) => ({ on: `${on}/${i + 1}`, mark })),
});
const outline = (claims: readonly Claim[]): unknown[] =>
  claims.map(({ id, groups }) => [id, ...groups.map((group) => [group.about, ...outline(group.claims)])]);

it('hangs claims on what they are about, by the fields of their moves alone', () => {
  const moves = [opening('A'), opening('B'), pair('B', 'A'), pair('A', 'A/2')];
  expect(outline(claimsIn(moves))).toEqual([
    ['A', ['claim', ['A/1'], ['A/2', ['claim', ['A/2/1'], ['A/2/2']]]]],
    ['B'],
  ]);
});

it('hangs what is about no claim on the claim above, apart from the others', () => {
  const moves = [opening('A'), pair('B', 'A'), pair('A', 'A/link')];
  expect(outline(claimsIn(moves))).toEqual([
    ['A', ['claim', ['A/1'], ['A/2']], ['left out', ['A/link/1'], ['A/link/2']]],
  ]);
});

it('shows at each claim what was thought of it, whatever the order in which moves come', () => {
  const moves = [marks('A', 'A', 'agree', 'object'), pair('B', 'A'), opening('A')];
  const [root] = claimsIn(moves);
  expect(root?.groups[0]?.claims.map(({ marks: of }) => of.map(({ seat, mark }) => `${seat} ${mark}`))).toEqual([
    ['A agree'],
    ['A object'],
  ]);
});

it('counts all that stands under a claim', () => {
  const [root] = claimsIn([opening('A'), pair('B', 'A'), pair('A', 'A/link'), pair('B', 'A/link/1')]);
  expect(root && countUnder(root)).toBe(6);
});

it('gives each claim its own quotes', () => {
  const quote = (text: string) => ({ text, start: 0, end: 3, status: 'absent' });
  const moves = [opening('A'), { ...pair('B', 'A'), quotes: [[], [quote('so it is')]] }];
  const [root] = claimsIn(moves);
  expect(root?.groups[0]?.claims.map(({ quotes }) => quotes.map(({ text }) => text))).toEqual([[], ['so it is']]);
});

it('finds no claims in speeches, and keeps beliefs out of the tree', () => {
  const speech = { ...turn('A', 'speech', 'round 1'), text: 'A says' };
  const belief = { ...turn('judge', 'belief', 'round 1'), belief: [0.5, 0.5] };
  expect(claimsIn([speech, belief])).toEqual([]);
  expect([speech, belief, opening('A'), marks('A', 'A', 'agree')].map(isInTree)).toEqual([false, false, true, true]);
});

it('counts claims made together as one thing said', () => {
  expect(saidIn(pair('B', 'A')).text).toBe('A/1 says\nA/2 says');
});
