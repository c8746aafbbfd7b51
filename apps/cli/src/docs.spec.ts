import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDataset } from '@moot/datasets';
import { planned, readExperiment, type ExperimentFile, type Row } from '@moot/experiment';
import { protocols } from '@moot/protocols';
import { expect, it } from 'vitest';
import { experimentSchema } from '@moot/experiment';

const ROOT = resolve(import.meta.dirname, '../../..');
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The one experiment that a text shows. */
function shownIn(path: string): ExperimentFile {
  const blocks = [...textOf(path).matchAll(/^( *)```yaml\n(.*?)```/gms)];
  const texts = blocks.map(([, indent = '', block = '']) => block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
  const [text = '', ...more] = texts.filter((block) => block.includes('arms:'));
  expect(more).toEqual([]);
  const read = readExperiment(text, path, { protocols, datasets: ['worlds'], modelFault: () => undefined });
  if (!read.ok) throw new Error(read.faults.map(({ why }) => why).join('\n'));
  return read.file;
}

it('an experiment can be run as the description shows it', () => {
  expect(shownIn('docs/experiment-file.md').name).toBe('pilot');
});

it('the first experiment of the README can be run with the questions that it makes', async () => {
  const [, made = ''] = /import worlds "([^"]+)" --as worlds/.exec(textOf('README.md')) ?? [];
  const reading = readDataset('worlds', made);
  if (!reading.ok) throw new Error(reading.why);
  const rows: Row[] = [];
  for await (const row of reading.rows) rows.push(row);
  const questions = rows.flatMap((row) => (row.kind === 'question' ? { id: row.key, ...row } : []));
  const plan = planned({ file: shownIn('README.md'), questions, protocols, people: 'simulated' });
  expect(plan).toMatchObject({ ok: true, plan: { runs: { length: 36 } } });
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
