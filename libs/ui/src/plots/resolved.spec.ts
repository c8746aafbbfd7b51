import { expect, it } from 'vitest';
import { resolved } from './resolved.ts';

it('replaces variables by their values, in a form that can stand in an attribute', () => {
  const values: Record<string, string> = { '--ink': 'rgb(1, 2, 3)', '--sans': ' "Source Sans 3", sans-serif' };
  expect(resolved('<g fill="var(--ink)" font-family="var(--sans)"/>', (name) => values[name] ?? '')).toBe(
    `<g fill="rgb(1, 2, 3)" font-family="'Source Sans 3', sans-serif"/>`,
  );
});

it('asks for each value once', () => {
  const asked: string[] = [];
  resolved('var(--ink) var(--ink)', (name) => {
    asked.push(name);
    return 'x';
  });
  expect(asked).toEqual(['--ink']);
});
