import type { Row, Spot } from '@moot/experiment';
import { fault, type Fault } from '../rows/fault.ts';
import { generateWorlds, type WorldOptions } from '../worlds/generate.ts';

/** Makes up worlds; the path is no file but what to make: `seed=7,count=200`. */
export async function* readWorlds(spec: string): AsyncGenerator<Row> {
  const asked = parseSpec(spec);
  if ('why' in asked) {
    yield asked;
    return;
  }
  for (const { source, questions } of generateWorlds(asked.seed, asked)) {
    yield { kind: 'source', ...source };
    for (const question of questions) yield { kind: 'question', ...question };
    await Promise.resolve();
  }
}

interface Spec extends WorldOptions {
  readonly seed: number;
}

interface Setting {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

const SETTINGS: Readonly<Record<'seed' | 'count' | 'options', Setting>> = {
  seed: { least: 0, most: Number.MAX_SAFE_INTEGER, usual: 1 },
  count: { least: 1, most: 1_000_000, usual: 12 },
  options: { least: 2, most: 4, usual: 2 },
};

const NAMES = ['seed', 'count', 'options'] as const;
const EXAMPLE = 'Write it as "seed=7,count=200" or "seed=7,count=200,options=4".';

function parseSpec(spec: string): Spec | Fault {
  const values = { seed: SETTINGS.seed.usual, count: SETTINGS.count.usual, options: SETTINGS.options.usual };
  const said = new Set<string>();
  let column = 1;

  for (const part of spec.trim() === '' ? [] : spec.split(',')) {
    const [, written = '', value = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
    const name = NAMES.find((known) => known === written);
    const flaw = flawOf({ name, written: written || part.trim(), value, said });
    if (name === undefined || flaw !== undefined) return fault(spotOf(spec, column, name), `${flaw ?? ''} ${EXAMPLE}`);
    said.add(name);
    values[name] = Number(value);
    column += part.length + 1;
  }
  return values;
}

interface Part {
  readonly name: keyof typeof SETTINGS | undefined;
  readonly written: string;
  readonly value: string;
  readonly said: ReadonlySet<string>;
}

function flawOf({ name, written, value, said }: Part): string | undefined {
  if (name === undefined) return `${JSON.stringify(written)} is no setting of worlds; there are ${NAMES.join(', ')}.`;
  if (said.has(name)) return `${name} is given twice.`;

  const { least, most } = SETTINGS[name];
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return undefined;
  return `${name} must be a whole number from ${String(least)} to ${String(most)}, not ${JSON.stringify(value)}.`;
}

function spotOf(spec: string, column: number, field: string | undefined): Spot {
  return { file: spec, line: 1, column, ...(field !== undefined && { field }) };
}
