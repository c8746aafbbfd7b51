import type { OpenTurn, RunState, TurnForm } from '@moot/wire';
import { z } from 'zod';

/** One thing to fill in, in a turn: a text, a choice, a number … Several of one kind have a count. */
export type Field =
  | { readonly form: 'text'; readonly name: string }
  | { readonly form: 'texts'; readonly name: string; readonly count: number }
  | { readonly form: 'one-of'; readonly name: string; readonly values: readonly string[] }
  | { readonly form: 'picks'; readonly name: string; readonly values: readonly string[]; readonly count: number }
  | { readonly form: 'yes-no'; readonly name: string }
  | { readonly form: 'number'; readonly name: string; readonly least: number; readonly most: number }
  /** One of the question's own options, by its number. */
  | { readonly form: 'option'; readonly name: string }
  | { readonly form: 'seats'; readonly name: string }
  /** Something that this page cannot draw. */
  | { readonly form: 'unknown'; readonly name: string };

/** What has been filled in so far, by the names of the fields. */
export type Filled = Readonly<Record<string, unknown>>;

/** What there is to fill in, in a turn of whatever protocol, after what has been filled in so far. */
export function fieldsOf(turn: OpenTurn, filled: Filled): readonly Field[] {
  const { form } = turn;
  if (!form) return [];
  const read = Schema.safeParse(form.schema);
  if (!read.success) return [];
  const shapes = 'oneOf' in read.data ? read.data.oneOf : [read.data];
  const [only] = shapes;
  if (shapes.length === 1 && only) return inShape(turn, only, form);
  const told = tellingApart(shapes);
  if (told === undefined) return [];
  const values = shapes.flatMap((shape) => valuesOf(shape.properties[told]));
  const offered = listIn(turn, `${told}s`)?.filter((each) => values.includes(each)) ?? values;
  const shape = shapes.find(({ properties }) => valuesOf(properties[told]).some((each) => each === filled[told]));
  const rest = shape ? inShape(turn, shape, form).filter(({ name }) => name !== told) : [];
  return [{ form: 'one-of', name: told, values: offered }, ...rest];
}

/** Who can be asked from a seat: all who are no judges. */
export function askedIn({ seat, seats }: Pick<RunState, 'seat' | 'seats'>): readonly string[] {
  return seats.flatMap((each) => (each.seat !== seat && each.role !== 'judge' ? [each.seat] : []));
}

interface Property {
  readonly type?: string | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly const?: unknown;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly properties?: Readonly<Record<string, Property>> | undefined;
  readonly prefixItems?: readonly Property[] | undefined;
}

const Property: z.ZodType<Property> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    enum: z.array(z.string()).optional(),
    const: z.unknown().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    properties: z.record(z.string(), Property).optional(),
    prefixItems: z.array(Property).optional(),
  }),
);
const Shape = z.object({
  properties: z.record(z.string(), Property),
  required: z.array(z.string()).default([]),
});
type Shape = z.output<typeof Shape>;
const Schema = z.union([z.object({ oneOf: z.array(Shape) }), Shape]);

/** What is asked for: what has to be there, and what may be left out and is wanted all the same. The turn's own fields are no question. */
function inShape(turn: OpenTurn, { properties, required }: Shape, { fields: wanted = [] }: TurnForm): readonly Field[] {
  const asked = [...wanted, ...required].filter((name) => !(name in turn));
  return [...new Set(asked)].flatMap((name) => {
    const property = properties[name];
    return property ? [fieldOf(name, property)] : [];
  });
}

function fieldOf(name: string, property: Property): Field {
  const { type, enum: values, minimum = 0, maximum = 1, prefixItems: items } = property;
  if (values) return { form: 'one-of', name, values };
  if (type === 'string') return { form: 'text', name };
  if (type === 'boolean') return { form: 'yes-no', name };
  if (type === 'number') return { form: 'number', name, least: minimum, most: maximum };
  if (type === 'integer' && name === 'option') return { form: 'option', name };
  if (type === 'array') return items ? severalOf(name, items) : { form: 'seats', name };
  return { form: 'unknown', name };
}

function severalOf(name: string, items: readonly Property[]): Field {
  const values = items[0]?.enum;
  if (values) return { form: 'picks', name, values, count: items.length };
  return items.every(({ properties }) => properties?.text?.type === 'string')
    ? { form: 'texts', name, count: items.length }
    : { form: 'unknown', name };
}

/** The field by whose value shapes are told apart; that the kind is the same in all of them tells nothing. */
function tellingApart(shapes: readonly Shape[]): string | undefined {
  const [first] = shapes;
  return Object.keys(first?.properties ?? {}).find(
    (name) => name !== 'kind' && shapes.every(({ properties }) => valuesOf(properties[name]).length > 0),
  );
}

function valuesOf(property: Property | undefined): readonly string[] {
  if (property?.enum) return property.enum;
  return typeof property?.const === 'string' ? [property.const] : [];
}

/** What a turn says may be chosen. */
function listIn(turn: OpenTurn, name: string): readonly string[] | undefined {
  const given = turn[name];
  return Array.isArray(given) ? given.filter((each) => typeof each === 'string') : undefined;
}
