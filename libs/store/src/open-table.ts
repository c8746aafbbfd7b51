import type { Frozen, Recorded, Table, Transcript, Unplayable } from '@moot/protocol';

/** What a table is set with: what is frozen with a run, and its moves so far. */
export interface Opening {
  readonly protocol: string;
  readonly version: string;
  readonly setup: unknown;
  readonly moves: Transcript;
  /** The finished run that is judged here; without one, the table is the protocol's own. */
  readonly judged?: Frozen | undefined;
}

/** Sets a table as the protocol of that name and version has it: the store itself knows no protocol. */
export type OpenTable = (opening: Opening) => Table;

/** Sets the table of a run of a published study, with what was said at it then. No world has it: it takes no running run further. */
export type RecordTable = (
  past: Omit<Opening, 'moves'> & { readonly moves: readonly Recorded[] },
) => Table | Unplayable;
