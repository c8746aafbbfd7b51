import { parquetWriteBuffer } from 'hyparquet-writer';
import { distinct, gathered, type Rows } from './rows.ts';

/** All rows as one Parquet file: whole numbers, numbers and truth values typed, everything else as text. */
export async function parquetOf({ fields, rows }: Rows): Promise<Uint8Array> {
  const all = await gathered(rows);
  const names = distinct(fields);
  const columnData = fields.map(({ typeName }, i) => ({
    name: names[i] ?? '',
    type: TYPES[typeName] ?? ('STRING' as const),
    nullable: true,
    data: all.map((row) => valueOf(typeName, row[i] ?? null)),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

const TYPES: Readonly<Record<string, 'BOOLEAN' | 'INT64' | 'DOUBLE'>> = {
  boolean: 'BOOLEAN',
  smallint: 'INT64',
  integer: 'INT64',
  bigint: 'INT64',
  real: 'DOUBLE',
  'double precision': 'DOUBLE',
  numeric: 'DOUBLE',
};

function valueOf(type: string, value: string | null): string | number | bigint | boolean | null {
  if (value === null) return null;
  const kept = TYPES[type];
  if (kept === 'BOOLEAN') return value === 't';
  if (kept === 'INT64') return BigInt(value);
  return kept === 'DOUBLE' ? Number(value) : value;
}
