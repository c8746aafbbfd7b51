import { z } from 'zod';
import { expect, it } from 'vitest';
import { filled, Shape } from './shape.ts';

const shapeOf = (schema: z.ZodType) => Shape.parse(z.toJSONSchema(schema));
const nothing = () => undefined;

it('makes values that fit what zod writes', () => {
  const schema = z.strictObject({
    name: z.string(),
    count: z.int().min(3),
    share: z.number().max(-1),
    isTrue: z.boolean(),
    nothing: z.null(),
    kind: z.enum(['a', 'b']),
    fixed: z.literal(7),
    list: z.array(z.object({ x: z.number() })).min(2),
    either: z.union([z.literal('yes'), z.number()]),
    maybe: z.string().nullable(),
  });
  expect(schema.safeParse(filled(shapeOf(schema), nothing)).error).toBeUndefined();
});

it('puts in what is known, by name', () => {
  const schema = z.object({ reason: z.string(), inner: z.object({ choice: z.number() }) });
  const known = (name: string) => (name === 'choice' ? 2 : undefined);
  expect(filled(shapeOf(schema), known)).toEqual({ reason: '', inner: { choice: 2 } });
});

it('takes strange schemas for text', () => {
  expect(filled(Shape.parse({}), nothing)).toBe('');
  expect(filled(Shape.parse({ $ref: '#/$defs/x' }), nothing)).toBe('');
  expect(filled(Shape.parse({ type: ['null', 'integer'] }), nothing)).toBe(0);
});
