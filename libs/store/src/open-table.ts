import type { Table, Transcript } from '@moot/protocol';

/** Sets a table as the protocol of that name and version has it: the store itself knows no protocol. */
export type OpenTable = (protocol: string, version: string, setup: unknown, moves: Transcript) => Table;
