import { z, type ZodType } from 'zod';

/** The JSON Schema of a reply, made once for each zod schema. What cannot be said in it is left open. */
export function jsonSchemaOf(schema: ZodType): JsonSchema {
  const made = known.get(schema);
  if (made) return made;
  const schemaOf: JsonSchema = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const rest = Object.fromEntries(Object.entries(schemaOf).filter(([key]) => key !== '$schema' && key !== '~standard'));
  known.set(schema, rest);
  return rest;
}

export type JsonSchema = Record<string, unknown>;

/** Whether a schema keeps the rules of `strict`: every object closed and every field of it required. */
export function canBeStrict(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(canBeStrict);
  if (!isRecord(schema)) return true;
  const fields = isRecord(schema.properties) ? Object.keys(schema.properties) : [];
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const isClosed = schema.type !== 'object' || schema.additionalProperties === false;
  return isClosed && fields.every((field) => required.includes(field)) && Object.values(schema).every(canBeStrict);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const known = new WeakMap<ZodType, JsonSchema>();
