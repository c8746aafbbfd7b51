import type { Spot } from '@moot/experiment';
import type { z } from 'zod';
import { parseJson } from '../files/json.ts';
import { lines } from '../files/lines.ts';
import { fault, type Fault } from '../rows/fault.ts';
import { issueOf } from './issue.ts';

/** The objects of a JSON-lines file, one at a time; a line that is none is a fault, and the next is read. */
export async function* objects<T>(file: string, schema: z.ZodType<T>): AsyncGenerator<LineObject<T> | Fault> {
  for await (const line of lines(file)) {
    if (line.kind === 'fault') yield line;
    else if (line.text.trim() !== '') yield objectOf(line.text, { file, line: line.line }, schema);
  }
}

export interface LineObject<T> {
  readonly kind: 'object';
  readonly at: Spot;
  readonly value: T;
}

function objectOf<T>(text: string, at: Spot, schema: z.ZodType<T>): LineObject<T> | Fault {
  const parsed = parseJson(text);
  if (!parsed.ok) return fault({ ...at, column: parsed.column }, parsed.why);

  const checked = schema.safeParse(parsed.value);
  if (checked.success) return { kind: 'object', at, value: checked.data };
  const { field, why } = issueOf(checked.error);
  return fault({ ...at, ...(field !== undefined && { field }) }, why);
}
