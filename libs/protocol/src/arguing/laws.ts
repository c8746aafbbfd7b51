import type { Signed } from '../protocol.ts';
import type { Asked } from '../table.ts';
import { pick, randomBelief, type Random, type Trial } from '../trial.ts';
import type { ArguingMove, ArguingTurn } from './moves.ts';
import type { ArguingSetup } from './setup.ts';

type Filled<S extends ArguingSetup> = Pick<Trial<S, ArguingMove, ArguingTurn>, 'places' | 'fill' | 'secrets'>;

/** What the laws need to play any protocol at random in which these seats argue. The setup holds the words SOURCE and ORDERS-<seat>, and ATTACK for the first. */
export function trialOf<S extends ArguingSetup>(speakers: readonly string[]): Filled<S> {
  const isSpeaker = ({ seat }: { readonly seat: string }) => speakers.includes(seat);
  return {
    places: [...speakers, 'judge', 'judge 1', 'judge 2', 'judge 3', 'observer'].map((seat) => ({ seat, at: '' })),
    fill: (asked, random) => ({ ...said(asked, speakers, random), by: 'model:m', thinking: 'private thought' }),
    secrets: [
      { word: 'SOURCE', isFor: isSpeaker },
      ...speakers.map((own) => ({
        word: `ORDERS-${own}`,
        isFor: ({ seat }: { readonly seat: string }) => seat === own,
      })),
      { word: 'ATTACK', isFor: ({ seat }: { readonly seat: string }) => seat === speakers[0] },
    ],
  };
}

function said<S extends ArguingSetup>(
  { turn, brief }: Asked<S, ArguingMove, ArguingTurn>,
  speakers: readonly string[],
  random: Random,
): ArguingMove & Partial<Signed> {
  const { seat, at, version } = turn;
  const named = { seat, at, version };
  const options = brief.options?.length ?? 0;
  const text = `says ${Math.floor(random() * 1e6)} <quote>of all that they</quote>`;
  switch (turn.kind) {
    case 'belief':
      return { ...named, kind: 'belief', belief: randomBelief(options, random) };
    case 'verdict':
      return { ...named, kind: 'verdict', belief: randomBelief(options, random), reason: '' };
    case 'respond':
      return response(turn, speakers, random);
    case 'choose':
      return { ...named, kind: 'choose', option: Math.floor(random() * options) };
    case 'negotiate':
      return { ...named, kind: 'negotiate', end: random() < 0.5 };
    case 'concede':
      return { ...named, kind: 'concede', text };
    default:
      return { ...named, kind: turn.kind === 'speech' || turn.kind === 'ask' ? turn.kind : 'reply', text };
  }
}

function response(
  { seat, at, version, choices = ['continue'] }: ArguingTurn,
  speakers: readonly string[],
  random: Random,
): ArguingMove {
  const choice = pick(choices, random);
  const turn = { seat, at, version, kind: 'respond' as const, choices };
  if (choice !== 'ask') return { ...turn, choice };
  const to = pick([...speakers.map((one) => [one]), speakers.toReversed()], random);
  return { ...turn, choice, to, text: 'Why?' };
}
