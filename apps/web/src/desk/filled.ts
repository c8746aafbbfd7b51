import type { Field, Filled } from './fields.ts';

/** The value of a field as it is sent; nothing as long as it is not filled in. */
export function valueOf(field: Field, filled: Filled): unknown {
  const value = filled[field.name];
  switch (field.form) {
    case 'text':
      return nonEmpty(value);
    case 'one-of':
      return field.values.find((each) => each === value);
    case 'yes-no':
      return typeof value === 'boolean' ? value : undefined;
    case 'number':
    case 'option':
      return numberIn(field, value);
    case 'texts':
    case 'picks':
    case 'seats':
      return listIn(field, strings(value));
    case 'unknown':
      return undefined;
  }
}

function listIn(
  field: Extract<Field, { form: 'texts' | 'picks' | 'seats' }>,
  values: readonly string[],
): readonly unknown[] | undefined {
  if (field.form === 'seats') return values.length > 0 ? values : undefined;
  if (field.form === 'texts') return whole(values.map(nonEmpty), field.count)?.map((text) => ({ text }));
  return whole(
    values.map((each) => field.values.find((known) => known === each)),
    field.count,
  );
}

function numberIn(field: Extract<Field, { form: 'number' | 'option' }>, value: unknown): number | undefined {
  if (typeof value !== 'number') return undefined;
  const isWithin = field.form === 'option' || (value >= field.least && value <= field.most);
  return isWithin ? value : undefined;
}

/** What all fields together say; nothing as long as one is not filled in. */
export function saidInFields(fields: readonly Field[], filled: Filled): Filled | undefined {
  const entries = fields.map((field) => [field.name, valueOf(field, filled)] as const);
  if (fields.length === 0 || entries.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(entries);
}

/** What is first to be filled in. */
export function missingIn(fields: readonly Field[], filled: Filled): Field | undefined {
  return fields.find((field) => valueOf(field, filled) === undefined);
}

/** The texts or picks that stand in a field so far, empty where there is none yet. */
export function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? Array.from(value, (each) => (typeof each === 'string' ? each : '')) : [];
}

/** A list with one place filled. */
export function withPlace(value: unknown, place: number, text: string): readonly string[] {
  const before = strings(value);
  return Array.from({ length: Math.max(before.length, place + 1) }, (_, i) => (i === place ? text : (before[i] ?? '')));
}

function nonEmpty(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A list with as many values as there are to be; nothing as long as one is missing. */
function whole(values: readonly (string | undefined)[], count: number): readonly string[] | undefined {
  const known = values.filter((each) => each !== undefined);
  return known.length === count ? known : undefined;
}
