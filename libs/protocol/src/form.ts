import { toJSONSchema, type ZodType } from 'zod';
import type { Turn } from './protocol.ts';
import type { Form } from './table.ts';

/** The shape of what is said in a turn, as a JSON Schema, from which any page can draw a form. */
export function saidSchema(moves: Readonly<Record<string, ZodType>>, { kind }: Pick<Turn, 'kind'>): Form['schema'] {
  const shape = moves[kind];
  if (!shape) throw new Error(`a turn of kind ${kind} is open, which has no schema`);
  const known = schemas.get(shape);
  if (known) return known;
  // What the rules make of a field in between does not concern who fills it in.
  const schema = { ...toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) };
  schemas.set(shape, schema);
  return schema;
}

const schemas = new WeakMap<ZodType, Form['schema']>();
