import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readExperiment } from '@moot/experiment';
import { protocols } from '@moot/protocols';
import { describe, expect, it } from 'vitest';
import { experimentSchema } from './experiment-schema.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe.each(['README.md', 'docs/experiment-file.md'])('%s', (path) => {
  it('shows an experiment that can be run as it stands', () => {
    const blocks = [...textOf(path).matchAll(/^( *)```yaml\n(.*?)```/gms)];
    const experiments = blocks.map(([, indent = '', block = '']) =>
      block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    );
    const shown = experiments.filter((block) => block.includes('arms:'));
    expect(shown).toHaveLength(1);
    for (const text of shown) {
      const read = readExperiment(text, path, { protocols, datasets: ['worlds'], modelFault: () => undefined });
      expect(read).toMatchObject({ ok: true });
    }
  });
});

it('describes every setting of an experiment and of the protocols at which people and models sit', () => {
  const described = textOf('docs/experiment-file.md');
  const settings = propertiesIn(experimentSchema(protocols.filter(({ isPrompted }) => isPrompted)));
  expect(settings.length).toBeGreaterThan(20);
  expect(settings.filter((name) => !described.includes(name))).toEqual([]);
});

/** The names of all properties of a JSON Schema, however deep. */
function propertiesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => [
    ...(key === 'properties' && typeof value === 'object' ? Object.keys(value ?? {}) : []),
    ...propertiesIn(value),
  ]);
}
