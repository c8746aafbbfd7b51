import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Engine } from '@moot/server';
import { readOnlyQuery } from '@moot/store';
import type { Output } from '../output.ts';
import { csvLines, jsonLines, parquetOf, tableLines, type Rows } from '../rows.ts';
import { withEngine } from '../with-engine.ts';

export const FORMATS = ['table', 'csv', 'json', 'parquet'] as const;

export interface SqlOptions {
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
  readonly rows: number;
  readonly seconds: number;
}

/** Asks one query of the results and prints its rows, or writes them to a file. */
export async function sqlVerb(sql: string, options: SqlOptions, output: Output): Promise<void> {
  if (options.format === 'parquet' && options.out === undefined)
    throw new Error('Parquet is no text: say --out <file>');
  await withEngine(async (engine) => {
    const answer = await asked(engine, sql, options);
    await write(answer, options, output);
    if (answer.truncated()) output.remark(`There are more than ${options.rows} rows; --rows raises the limit.`);
  });
}

async function asked({ reader }: Engine, sql: string, { rows, seconds }: SqlOptions) {
  const stopping = new AbortController();
  process.once('SIGINT', () => {
    stopping.abort();
  });
  return readOnlyQuery({ reader, sql, maxRows: rows, timeoutMs: seconds * 1000, signal: stopping.signal });
}

async function write(answer: Rows, { format, out }: SqlOptions, output: Output): Promise<void> {
  if (format === 'parquet') return written(out ?? '', [await parquetOf(answer)], output);
  const lines = { table: tableLines, csv: csvLines, json: jsonLines }[format](answer);
  if (out !== undefined) return written(out, withNewlines(lines), output);
  for await (const line of lines) output.line(line);
}

async function* withNewlines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** Writes to the file and says so; a file that cannot be written is said by name. */
async function written(
  file: string,
  pieces: AsyncIterable<string> | Iterable<Uint8Array>,
  output: Output,
): Promise<void> {
  const stream = createWriteStream(file);
  const ended = finished(stream).catch((cause: unknown) => {
    throw new Error(`${file} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  });
  ended.catch(() => undefined);
  for await (const piece of pieces) {
    if (stream.errored) break;
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), ended]);
  }
  stream.end();
  await ended;
  output.remark(`written to ${file}`);
}
