import { isSame, type Table, type Transcript, type Turn } from '@moot/protocol';
import { protocols } from '@moot/protocols';
import type { KeptMove, RunPage, SeenMove, TurnName } from '@moot/wire';
import { TurnName as Named } from '@moot/wire';
import { z } from 'zod';

/** From where a run is looked at: by a researcher, who sees everything, or from a seat. */
export type Looking = 'everything' | `seat ${string}`;

/** The table of a run as its rules set it here, or why they cannot. */
export type Laid = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly why: string };

export function laid({ protocol, version, setup, moves, judged }: RunPage): Laid {
  const listed = protocols.find(({ name }) => name === protocol);
  if (!listed) return plain(`This page does not know the rules of ${protocol}.`);
  if (listed.version !== version)
    return plain(`This run was played by version ${version} of its rules; this page has version ${listed.version}.`);
  try {
    if (!judged) return { ok: true, table: listed.table(setup, Moves.parse(moves)) };
    const frozen = { setup: judged.setup, moves: Moves.parse(judged.moves) };
    return { ok: true, table: listed.again(frozen, setup, Moves.parse(moves)) };
  } catch {
    return plain('The rules that this page has cannot read this run.');
  }
}

function plain(why: string): Laid {
  return { ok: false, why: `${why} So it cannot be said what each seat saw, and everything is shown.` };
}

/** Moves as a table takes them. */
const Moves = z.array(
  z.looseObject({
    ...Named.shape,
    by: z.templateLiteral([z.enum(['person', 'model', 'tool', 'script']), ':', z.string()]),
    rests: z.array(z.int().min(0)).default([]),
  }),
) satisfies z.ZodType<Transcript>;

/** What was to be seen at one moment, and what was not. */
export interface Seen {
  readonly moves: readonly SeenMove[];
  /** Made, and to be seen from here later on. */
  readonly sealed: readonly TurnName[];
  /** Made, and never to be seen from here, as far as the log goes. */
  readonly blinded: readonly TurnName[];
}

/** Everything that had been said when so many moves were made, in the order in which it was; first what is judged again. */
export function everything(moves: readonly KeptMove[], made: number, judged: readonly SeenMove[] = []): Seen {
  return { moves: [...judged, ...moves.slice(0, made).filter(isSaid)], sealed: [], blinded: [] };
}

/** What there is to be seen at a table before anybody has judged it again. */
export function judgedAt(table: Table): readonly SeenMove[] {
  return table
    .at(0)
    .view(ONLOOKER)
    .map((move) => ({ ...move }));
}

export const ONLOOKER = { seat: 'observer', at: '' };

/** What a seat saw then, by the rules themselves. */
export function seenFrom(table: Table, seat: string, made: number): Seen {
  const place = { seat, at: '' };
  const then = table.at(made);
  const shown = then.view(place);
  const later = table.view(place);
  const unseen = then.moves.filter((move) => isSaid(move) && !has(shown, move));
  return {
    moves: shown.map((move) => ({ ...move })),
    sealed: unseen.filter((move) => has(later, move)),
    blinded: unseen.filter((move) => !has(later, move)),
  };
}

function has(moves: readonly Turn[], move: TurnName): boolean {
  return moves.some((each) => isSame(each, move));
}

/** What was spent outside of any turn is no part of what was said. */
function isSaid({ kind }: Pick<Turn, 'kind'>): boolean {
  return kind !== 'charge';
}
