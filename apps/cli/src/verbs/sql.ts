import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { readOnlyQuery } from '@moot/store';
import type { Format } from '../choices.ts';
import { withStore } from '../opened.ts';
import type { Output } from '../output.ts';
import { csvLines, jsonLines, tableLines, type Rows } from '../rows.ts';
import { shown } from '../text.ts';

export interface SqlOptions {
  readonly format: Format;
  readonly json?: true;
  readonly out?: string;
  readonly rows: number;
  readonly seconds: number;
}

/** Asks one query of the results and prints its rows, or writes them to a file. */
export async function sqlVerb(sql: string, options: SqlOptions, output: Output): Promise<void> {
  const { rows: maxRows, seconds, out } = options;
  const format = options.json ? 'json' : options.format;
  if (format === 'parquet' && out === undefined) throw new Error('Parquet is no text: say --out <file>');
  await withStore(
    async (store, signal) => {
      const asked = { reader: await store.reader(), sql, maxRows, timeoutMs: seconds * 1000, signal };
      const answer = await readOnlyQuery(asked);
      await (out === undefined ? printed(answer, format, output) : written(answer, { format, out }, output));
      if (answer.truncated()) output.remark(`There are more than ${maxRows} rows; --rows raises the limit.`);
    },
    { patience: 2000 },
  );
}

async function printed(answer: Rows, format: Format, output: Output): Promise<void> {
  // CSV carries texts unchanged, but a terminal would obey them.
  const isObeyed = format === 'csv' && output.width !== undefined;
  for await (const line of linesOf(answer, format, output.width)) output.line(isObeyed ? shown(line) : line);
}

function linesOf(answer: Rows, format: Format, width?: number): AsyncIterable<string> {
  switch (format) {
    case 'csv':
      return csvLines(answer);
    case 'json':
      return jsonLines(answer);
    case 'table':
      return tableLines(answer, width);
    case 'parquet':
      throw new Error('Parquet has no lines');
  }
}

interface To {
  readonly format: Format;
  readonly out: string;
}

/** Writes to the file and says so; a file that cannot be written is said by name. */
async function written(answer: Rows, { format, out }: To, output: Output): Promise<void> {
  const stream = createWriteStream(out);
  const ended = finished(stream).catch((cause: unknown) => {
    throw new Error(`${out} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  });
  ended.catch(() => undefined);
  for await (const piece of pieces(answer, format)) {
    if (stream.errored) break;
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), ended]);
  }
  stream.end();
  await ended;
  output.remark(`written to ${out}`);
}

async function* pieces(answer: Rows, format: Format): AsyncGenerator<string | Uint8Array> {
  if (format === 'parquet') {
    const { parquetOf } = await import('../parquet.ts');
    yield await parquetOf(answer);
  } else for await (const line of linesOf(answer, format)) yield `${line}\n`;
}
