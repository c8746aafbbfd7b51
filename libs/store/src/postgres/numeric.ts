import { Prisma } from '../generated/client.ts';

/** A number as SQL, digit for digit: a cast from a double would round it to 15 digits. */
export function numeric(value: number | null | undefined): Prisma.Sql {
  return Prisma.sql`${typeof value === 'number' ? String(value) : null}::numeric`;
}

/** Numbers as SQL, digit for digit. */
export function numerics(values: readonly number[]): Prisma.Sql {
  return Prisma.sql`${values.map(String)}::numeric[]`;
}
