import { law, pick, randomBelief, type Random, type Trial } from '@moot/protocol/laws';
import { type Asked, type Transcript } from '@moot/protocol';
import { assert } from 'vitest';
import { lengthOfPair, pairLength } from './checked.ts';
import { chosenOf, isBeside, keyAt, pairOn, roundOf } from './keys.ts';
import { rules } from './rules.ts';
import { DEBATERS, type ClaimsMove, type ClaimsSetup } from './setup.ts';
import { LEVELS } from './stages.ts';

const SETUP: ClaimsSetup = {
  question: 'Which door?',
  options: ['left', 'middle', 'right'],
  sides: { A: 2, B: 0 },
  listed: [1, 0, 2],
  choices: [0, 1, 2],
  rounds: 3,
  opening: { characters: 150 },
  pair: { characters: 250, balance: 20 },
  quotes: 'marked',
  beliefs: 'each-section',
  reveal: 'live',
  judges: 1,
  source: 'SOURCE of all that they say',
  instructions: { A: 'ORDERS-A', B: 'ORDERS-B' },
};

const trial = (change: Partial<ClaimsSetup>): Trial<ClaimsSetup, ClaimsMove> => {
  const setup = { ...SETUP, ...change };
  return {
    protocol: rules,
    setup,
    places: ['A', 'B', 'judge', 'judge 1', 'judge 2', 'observer'].map((seat) => ({ seat, at: '' })),
    fill: (asked, random) => ({ ...said(asked, random), by: 'model:m', thinking: 'private thought' }),
    secrets: [
      { word: 'SOURCE', isFor: ({ seat }) => seat === 'A' || seat === 'B' },
      { word: 'ORDERS-A', isFor: ({ seat }) => seat === 'A' },
      { word: 'ORDERS-B', isFor: ({ seat }) => seat === 'B' },
      { word: '"next"', isFor: ({ seat }) => seat === 'A' || seat === 'B' },
    ],
    alsoHolds: (played) => holds(setup, played),
  };
};

function said({ turn, seen, brief }: Asked<ClaimsSetup, ClaimsMove>, random: Random): ClaimsMove {
  const { at, version } = turn;
  const seat = DEBATERS.find((each) => each === turn.seat) ?? 'A';
  switch (turn.kind) {
    case 'belief':
      return { seat: turn.seat, at, version, kind: 'belief', belief: randomBelief(3, random) };
    case 'verdict':
      return { seat: turn.seat, at, version, kind: 'verdict', belief: randomBelief(3, random), reason: '' };
    case 'claim':
      return { seat, at, version, kind: 'claim', text: `opens <quote>of all that they</quote> ${random()}` };
    case 'answer':
      return { seat, at, version, kind: 'answer', ...pick(ANSWERS, random) };
    default: {
      const { min = 50, max } = pairLength(brief.pair ?? SETUP.pair, { seat, at }, seen);
      const length = min + Math.floor(random() * (max - min + 1));
      const claims = ['<quote>of all that they</quote>', ''.padEnd(length - 'of all that they'.length, 'so ')];
      return { seat, at, version, kind: 'rebut', claims: claims.map((text) => ({ text })) };
    }
  }
}

const ANSWERS = [
  { answers: ['object', 'agree'], next: 'first' },
  { answers: ['object', 'object'], next: 'second' },
  { answers: ['object', 'agree'], next: 'link' },
  { answers: ['agree', 'agree'], next: 'link' },
  { answers: ['agree', 'agree'], next: 'end' },
] as const;

/** A rebuttal answers a claim that was chosen, no branch is deeper than its sections, and pairs are balanced. */
function holds({ pair, rounds }: ClaimsSetup, played: Transcript<ClaimsMove>): void {
  const kept = played.flatMap((move) => ('passed' in move || move.kind === 'charge' ? [] : [move]));
  const pairs = kept.flatMap((move) => (move.kind === 'rebut' ? [move] : []));
  const openings: readonly string[] = kept.flatMap((move) => (move.kind === 'claim' ? [move.seat] : []));
  const chosen = kept.flatMap((move) => (move.kind === 'answer' ? (chosenOf(keyAt(move.at), move.next) ?? []) : []));
  for (const move of pairs) {
    const on = keyAt(move.at);
    assert.ok([...openings, ...chosen].includes(on), `nobody chose ${on}`);
    assert.ok(on.split('/').length <= LEVELS * rounds && roundOf(move.at) <= rounds, `${on} is too deep`);
    assert.ok(lengthOfPair(move) <= pair.characters, `the pair on ${on} is too long`);
    for (const other of pairs.filter((each) => isBeside(each, move)))
      assert.ok(Math.abs(lengthOfPair(other) - lengthOfPair(move)) <= pair.balance, `${on} is out of balance`);
    assert.ok(
      pairOn(on).every((id, i) => move.claims[i]?.id === id),
      `the claims on ${on} have other keys`,
    );
  }
}

const ONE = ['judge'];

export const laws = [
  law('live, beliefs after each section', trial({}), { runs: 20, least: 14, judges: ONE }),
  law('paced, quotes unmarked', trial({ reveal: 'paced', quotes: 'unmarked' }), { runs: 16, least: 14, judges: ONE }),
  law('section by section', trial({ reveal: 'together' }), { runs: 16, least: 14, judges: ONE }),
  law('section by section, beliefs at the end', trial({ reveal: 'together', beliefs: 'end', quotes: 'none' }), {
    runs: 16,
    least: 10,
    judges: ONE,
  }),
  law('deep, before two judges', trial({ rounds: 6, judges: 2 }), {
    runs: 8,
    least: 16,
    judges: ['judge 1', 'judge 2'],
  }),
];
