import { assert } from 'vitest';
import type { Pass, Place, Protocol, Signed, Transcript, Turn } from './protocol.ts';
import { randomFrom as stream } from './random.ts';
import type { Asked } from './table.ts';

/** A protocol with all that the laws need to play it at random. */
export interface Trial<S extends object, M extends Turn, T extends Turn = Turn> {
  readonly protocol: Protocol<S, M, T>;
  readonly setup: S;
  readonly places: readonly Place[];
  /** Says something that the rules accept, knowing no more than an agent does. */
  readonly fill: (asked: Asked<S, M, T>, random: Random) => M & Signed;
  /** Words hidden in the setup, and who may come across them. */
  readonly secrets?: readonly { readonly word: string; readonly isFor: (place: Place) => boolean }[];
  /** What else must hold after every move. */
  readonly alsoHolds?: (played: Transcript<M>) => void;
  /** Moves of another run that may be seen here. */
  readonly frozen?: Transcript<M>;
}

export type Random = () => number;

/** What the agent in the seat says, or, so many times in a hundred, a pass. */
export function move<S extends object, M extends Turn, T extends Turn>(
  { protocol, setup, fill }: Trial<S, M, T>,
  {
    played,
    turn,
    random,
    passing,
  }: { readonly played: Transcript<M>; readonly turn: T; readonly random: Random; readonly passing: number },
): (M | Pass) & Signed {
  if (!turn.optional && random() * 100 < passing) return { ...turn, by: 'script:deadline', passed: 'late' };
  return fill({ turn, brief: protocol.brief(setup, turn), seen: protocol.view(setup, played, turn) }, random);
}

/** Numbers between 0 and 1 that follow from a seed. */
export function randomFrom(seed: number): Random {
  return stream(seed, 'laws').number;
}

export function keyOf({ seat, kind, at, version }: Turn): string {
  return `${seat} ${kind} @${at} v${version}`;
}

export function pick<X>(from: readonly X[], random: Random): X {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

/** A belief about so many options, drawn at random. */
export function randomBelief(options: number, random: Random): readonly number[] {
  const parts = Array.from({ length: options }, () => random() + 0.01);
  const sum = parts.reduce((a, b) => a + b);
  return parts.map((part) => part / sum);
}

/** Equality of what is data through and through, as the JSON that it would be kept as: much quicker than looking at every field. */
export function same(actual: unknown, expected: unknown, words: string): void {
  assert.strictEqual(JSON.stringify(actual), JSON.stringify(expected), words);
}
