import type { CheckedQuote } from '@moot/protocol';
import { turnKey, type SeenMove } from '@moot/wire';
import { record } from '../transcript/brief.ts';
import type { Shown } from '../transcript/rounds.ts';
import { quotesOf, saidIn } from '../transcript/said.ts';

/**
 * A claim with what was said of it and against it. Moves of any protocol become claims by their fields: `id` names one and
 * `on` what it is about; `claims: [{ id, text }]` are several at once; `marks: [{ on, mark }]` say what a seat thinks of each.
 */
export interface Claim {
  readonly id: string;
  readonly seat: string;
  /** The place in the run at which it was made. */
  readonly at: string;
  /** The key of the move that made it. */
  readonly key: string;
  readonly text: string;
  readonly quotes: readonly CheckedQuote[];
  readonly marks: readonly ClaimMark[];
  readonly groups: readonly ClaimGroup[];
}

export interface ClaimMark {
  readonly seat: string;
  readonly mark: string;
  /** The key of the move that says so. */
  readonly key: string;
}

/** Claims about the same thing: the claim above them, or what those before them leave out, which is no claim itself. */
export interface ClaimGroup {
  readonly on: string;
  readonly about: 'claim' | 'left out';
  readonly claims: readonly Claim[];
}

/** The claims that moves make, as trees; none where moves are not of that shape. */
export function claimsIn(moves: readonly SeenMove[]): readonly Claim[] {
  const bare = moves.flatMap(madeIn);
  if (bare.length === 0) return [];
  const marks = moves.flatMap(marksIn);
  const ids = new Set(bare.map(({ id }) => id));
  const under = (parent: string | undefined): readonly Claim[] =>
    bare.filter(({ on }) => nearest(on, ids) === parent).map((each) => grown(each));
  const grown = ({ on: _on, ...claim }: Bare): Claim => ({
    ...claim,
    marks: marks.filter(({ on }) => on === claim.id).map(({ seat, mark, key }) => ({ seat, mark, key })),
    groups: grouped(claim.id, bare, under(claim.id)),
  });
  return under(undefined);
}

/** Whether a move is drawn in the tree: it makes claims, or says what its seat thinks of some. */
export function isInTree(move: SeenMove): boolean {
  return madeIn(move).length > 0 || marksIn(move).length > 0;
}

/** What of a run is not drawn in the tree. */
export function besideTree(shown: Shown): Shown {
  return { ...shown, moves: shown.moves.filter((move) => !isInTree(move)) };
}

/** How many claims there are under one. */
export function countUnder({ groups }: Claim): number {
  return groups.reduce((sum, { claims }) => sum + claims.reduce((all, claim) => all + 1 + countUnder(claim), 0), 0);
}

type Bare = Omit<Claim, 'marks' | 'groups'> & { readonly on: string | undefined };

function madeIn(move: SeenMove): readonly Bare[] {
  const { id, on, claims, quotes } = record(move);
  const about = typeof on === 'string' ? on : undefined;
  const made = { seat: move.seat, at: move.at, key: turnKey(move), on: about };
  const { text } = saidIn(move);
  if (typeof id === 'string' && text !== undefined) return [{ ...made, id, text, quotes: quotesOf(quotes) }];
  if (!Array.isArray(claims)) return [];
  const checks: readonly unknown[] = Array.isArray(quotes) ? quotes : [];
  return claims.flatMap((each, i) => {
    const claim = record(each);
    if (typeof claim.id !== 'string' || typeof claim.text !== 'string') return [];
    return [{ ...made, id: claim.id, text: claim.text, quotes: quotesOf(checks[i]) }];
  });
}

function marksIn(move: SeenMove): readonly (ClaimMark & { readonly on: string })[] {
  const { marks } = record(move);
  if (!Array.isArray(marks)) return [];
  return marks.flatMap((each) => {
    const { on, mark } = record(each);
    return typeof on === 'string' && typeof mark === 'string'
      ? [{ on, mark, seat: move.seat, key: turnKey(move) }]
      : [];
  });
}

/** What is said of something that is no claim hangs on the claim that its path leads through. */
function nearest(on: string | undefined, ids: ReadonlySet<string>): string | undefined {
  let path = on;
  while (path !== undefined && !ids.has(path))
    path = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : undefined;
  return path;
}

function grouped(id: string, bare: readonly Bare[], claims: readonly Claim[]): readonly ClaimGroup[] {
  const aboutOf = new Map(bare.map((each) => [each.id, each.on ?? '']));
  const onOf = (claim: Claim): string => aboutOf.get(claim.id) ?? '';
  return [...new Set(claims.map(onOf))].map((on) => ({
    on,
    about: on === id ? 'claim' : 'left out',
    claims: claims.filter((claim) => onOf(claim) === on),
  }));
}
