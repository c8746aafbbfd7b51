import pg from 'pg';
import { lineAndColumn } from '../position.ts';

/** Why a query gave nothing, or not all: for whoever wrote it. The message says all of it. */
export interface SqlFault extends Error {
  readonly name: 'SqlFault';
  readonly code?: string;
  readonly position?: number;
  readonly line?: number;
  readonly column?: number;
  readonly hint?: string;
}

export function isSqlFault(thrown: unknown): thrown is SqlFault {
  return thrown instanceof Error && thrown.name === 'SqlFault';
}

export function sqlFault(message: string, more: Omit<Partial<SqlFault>, 'name' | 'message'> = {}): SqlFault {
  return Object.assign(new Error(message), { name: 'SqlFault' as const }, more);
}

/** What Postgres says about a query, in words; `before` is how many characters we have put before it. */
export function inWords(thrown: unknown, sql: string, before: number): unknown {
  if (!(thrown instanceof pg.DatabaseError)) return thrown;
  const { code = '', detail } = thrown;
  const hint = HINTS[code] ?? thrown.hint;
  const position = Number(thrown.position ?? 0) - before;
  const place = position > 0 ? { position, ...lineAndColumn(sql, position) } : undefined;
  const at = place ? ` (line ${place.line}, column ${place.column})` : '';
  const words = [`${plain(thrown.message)}${at}.`, detail && `${detail}.`, hint].filter(Boolean).join(' ');
  return sqlFault(words.replaceAll('..', '.'), { code, ...place, ...(hint !== undefined && { hint }), cause: thrown });
}

const QUERIES_ONLY = 'One query (SELECT, WITH, VALUES or TABLE) can be asked here, and it only reads.';

const HINTS: Readonly<Record<string, string>> = {
  '42601': QUERIES_ONLY,
  '25006': QUERIES_ONLY,
  '0A000': QUERIES_ONLY,
  '42501': 'What can be read here is the schema results.',
  '53300': 'Other queries are still running: try again when they have ended.',
  '53400': 'The query needs more temporary space than it may have: let it sort or join fewer rows.',
};

/** Our own way of asking is not the asker's concern. */
function plain(message: string): string {
  return message.replace('DECLARE CURSOR must not contain', 'a query must not contain');
}
