import { z } from 'zod';

/** What the simulator understands of a JSON schema: enough to make a value that fits what zod and people write. */
export const Shape = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  required: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  get properties() {
    return z.record(z.string(), Shape).optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), Shape]).optional();
  },
  get items() {
    return Shape.optional();
  },
  get anyOf() {
    return z.array(Shape).optional();
  },
  get oneOf() {
    return z.array(Shape).optional();
  },
});
export type Shape = z.output<typeof Shape>;

/** Values for fields that are known by name; undefined leaves a field to its shape. */
export type Known = (name: string, shape: Shape) => unknown;

/** A value that fits a shape, with what is known put in. */
export function filled(shape: Shape, known: Known, name = ''): unknown {
  if (shape.const !== undefined) return shape.const;
  const given = known(name, shape);
  if (given !== undefined) return given;
  if (shape.enum) return shape.enum[0];

  const choice = (shape.anyOf ?? shape.oneOf)?.[0];
  if (choice) return filled(choice, known, name);
  return filledByType(shape, known, name);
}

export function typeOf({ type, properties }: Shape): string | undefined {
  const first = Array.isArray(type) ? type.find((each) => each !== 'null') : type;
  return first ?? (properties ? 'object' : undefined);
}

function filledByType(shape: Shape, known: Known, name: string): unknown {
  const { properties = {}, items = {}, minItems = 0, minimum, maximum = 0 } = shape;
  const type = typeOf(shape);
  if (type === 'object')
    return Object.fromEntries(Object.entries(properties).map(([field, inner]) => [field, filled(inner, known, field)]));
  if (type === 'array') return Array.from({ length: Math.min(minItems, 100) }, () => filled(items, known, name));
  if (type === 'number' || type === 'integer') return minimum ?? Math.min(0, maximum);
  if (type === 'boolean') return false;
  return type === 'null' ? null : '';
}
