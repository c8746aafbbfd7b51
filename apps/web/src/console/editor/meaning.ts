import type { Schema } from './schema.ts';

/** What a setting takes, in words: its key, what it may be, and what it is if left out. */
export function meaning(key: string, schemas: readonly Schema[]): string | undefined {
  if (schemas.length === 0) return undefined;
  const said = schemas.flatMap(({ description = [] }) => description);
  const type = typeWords(schemas);
  const usual = schemas.map((schema) => schema.default).find(isWord);
  return [
    `${key}${type === '' ? '' : `: ${type}`}`,
    ...said,
    ...(usual === undefined ? [] : [`${String(usual)} if left out.`]),
  ].join('\n');
}

/** Whether a value can be written as one word. */
export function isWord(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** What may be written, in a few words. The narrower of two schemas counts. */
export function typeWords(schemas: readonly Schema[]): string {
  const words = [...new Set(schemas.map(oneType).filter((word) => word !== ''))];
  const narrow = words.filter((word) => word !== 'text' && word !== 'settings');
  return (narrow.length > 0 ? narrow : words).join(' or ');
}

function oneType(schema: Schema): string {
  if (schema.enum) return schema.enum.map(String).join(', ');
  const { type } = schema;
  if (type === 'integer') return `a whole number${rangeWords(schema)}`;
  if (type === 'number') return `a number${rangeWords(schema)}`;
  if (type === 'boolean') return 'true or false';
  if (type === 'string') return 'text';
  if (type === 'object') return 'settings';
  return type === 'array' ? 'a list' : '';
}

/** Bounds that are only those of the machine are not worth words. */
function rangeWords({ minimum, exclusiveMinimum, maximum }: Schema): string {
  const low = minimum ?? exclusiveMinimum;
  const least = low !== undefined && Math.abs(low) < 2 ** 31 ? low : undefined;
  const most = maximum !== undefined && maximum < 2 ** 31 - 1 ? maximum : undefined;
  const over = minimum === undefined ? 'above' : 'from';
  if (least !== undefined && most !== undefined) return ` ${over} ${least} to ${most}`;
  if (least !== undefined) return ` ${over} ${least}${minimum === undefined ? '' : ' up'}`;
  return most === undefined ? '' : ` up to ${most}`;
}
