import { scan, type Entry } from './scan.ts';
import { schemasAt, type Schema } from './schema.ts';
import { isWord, meaning, typeWords } from './meaning.ts';

/** What can be written at the end of `head`, which stands in `text`. `names` are words for settings that take any. */
export function offersAt(schema: Schema, { text, head, names }: Asked): Offers {
  const { place } = scan(head);
  if (place === undefined) return { from: head.length, offers: [] };
  const { entries } = scan(text);
  const schemas = schemasAt(schema, place.path, entries);
  const offers =
    place.kind === 'key' ? keysIn(schemas, present(entries, place.path)) : valuesIn(schemas, names(place.path));
  return { from: head.length - place.typed.length, offers };
}

/** What is known of the setting whose key ends at `head`'s end. */
export function meaningAt(schema: Schema, text: string, head: string): string | undefined {
  const { place } = scan(head);
  if (place === undefined || place.typed === '') return undefined;
  const path = place.kind === 'key' ? [...place.path, place.typed] : place.path;
  return meaning(path.at(-1) ?? '', schemasAt(schema, path, scan(text).entries));
}

export interface Asked {
  readonly text: string;
  readonly head: string;
  readonly names: (path: readonly string[]) => readonly string[];
}
interface Offer {
  readonly label: string;
  /** What is written instead of the label. */
  readonly apply: string;
  readonly detail: string;
  readonly kind: 'property' | 'enum';
}
export interface Offers {
  /** From where on what was typed is replaced. */
  readonly from: number;
  readonly offers: readonly Offer[];
}

function keysIn(schemas: readonly Schema[], written: ReadonlySet<string>): readonly Offer[] {
  const needed = new Set(schemas.flatMap(({ required = [] }) => required));
  const maps = schemas.map((schema) => ({ ...namesIn(schema), ...schema.properties }));
  const keys = new Set(maps.flatMap(Object.keys));
  return [...keys]
    .filter((key) => !written.has(key))
    .map((key) => {
      const type = typeWords(maps.flatMap((map) => map[key] ?? []));
      const detail = needed.has(key) ? [type, 'required'].filter((part) => part !== '').join(', ') : type;
      return { label: key, apply: `${key}: `, detail, kind: 'property' };
    });
}

/** Maps whose keys are names out of a list. */
function namesIn({ propertyNames, additionalProperties }: Schema): Record<string, Schema> {
  const below = typeof additionalProperties === 'object' ? additionalProperties : {};
  const names = (propertyNames?.enum ?? []).filter((name) => typeof name === 'string');
  return Object.fromEntries(names.map((name) => [name, below]));
}

function valuesIn(schemas: readonly Schema[], names: readonly string[]): readonly Offer[] {
  const fixed = schemas.flatMap((schema) => [...(schema.enum ?? []), ...wordIn(schema.const), ...truths(schema)]);
  const usual = new Set(schemas.map((schema) => schema.default).filter(isWord));
  return [...new Set([...fixed.filter(isWord), ...names, ...usual])].map((value) => ({
    label: String(value),
    apply: String(value),
    detail: usual.has(value) ? 'default' : '',
    kind: 'enum',
  }));
}

function truths({ type }: Schema): readonly boolean[] {
  return type === 'boolean' ? [true, false] : [];
}

function wordIn(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value];
}

function present(entries: readonly Entry[], path: readonly string[]): ReadonlySet<string> {
  const inside = entries.filter((entry) => path.every((key, i) => entry.path[i] === key));
  return new Set(inside.flatMap((entry) => entry.path[path.length] ?? []));
}
