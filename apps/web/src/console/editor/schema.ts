import { z } from 'zod';
import type { Entry } from './scan.ts';

/** What we read of a JSON Schema; the rest is let pass. */
export interface Schema {
  readonly type?: string | readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly minimum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly additionalProperties?: boolean | Schema | undefined;
  readonly propertyNames?: Schema | undefined;
  readonly items?: Schema | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly allOf?: readonly Schema[] | undefined;
  readonly if?: Schema | undefined;
  readonly then?: Schema | undefined;
}

const some = z.lazy(() => JsonSchema).optional();
export const JsonSchema: z.ZodType<Schema> = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maximum: z.number().optional(),
  required: z.array(z.string()).optional(),
  properties: z.lazy(() => z.record(z.string(), JsonSchema)).optional(),
  additionalProperties: z.lazy(() => z.union([z.boolean(), JsonSchema])).optional(),
  propertyNames: some,
  items: some,
  anyOf: z.lazy(() => z.array(JsonSchema)).optional(),
  allOf: z.lazy(() => z.array(JsonSchema)).optional(),
  if: some,
  then: some,
});

/** All schemas that hold for the setting at a path; which hold may follow from the settings beside it. */
export function schemasAt(root: Schema, path: readonly string[], entries: readonly Entry[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, key, depth) =>
      schemas
        .flatMap((schema) => below(schema, key))
        .flatMap((schema) => spread(schema, path.slice(0, depth + 1), entries)),
    spread(root, [], entries),
  );
}

/** A schema and those that it is made of, as far as their conditions are met. */
function spread(schema: Schema, path: readonly string[], entries: readonly Entry[]): readonly Schema[] {
  const conditional = schema.if && schema.then && isMet(schema.if, path, entries) ? [schema.then] : [];
  const parts = [...(schema.anyOf ?? []), ...(schema.allOf ?? []), ...conditional];
  return [schema, ...parts.flatMap((part) => spread(part, path, entries))];
}

function below({ properties, additionalProperties, items }: Schema, key: string): readonly Schema[] {
  if (key === '[]') return items ? [items] : [];
  const own = properties?.[key];
  if (own) return [own];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}

/** Conditions say which word a setting has; others are not used in our files. */
function isMet({ properties = {} }: Schema, path: readonly string[], entries: readonly Entry[]): boolean {
  return Object.entries(properties).every(([key, wanted]) => {
    const name = [...path, key].join('\0');
    return entries.some((entry) => entry.path.join('\0') === name && entry.value === wanted.const);
  });
}
