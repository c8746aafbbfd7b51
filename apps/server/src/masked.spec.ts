import { expect, it } from 'vitest';
import { masked } from './masked.ts';

it.each([
  ['PORT', '4100', '4100'],
  ['OPENAI_API_KEY', 'sk-0123456789abcdef', 'sk-…ef'],
  ['OPENAI_API_KEY', 'short', '…'],
  ['DATABASE_URL', 'postgres://ada:hush@db.example/moot', 'postgres://ada:…@db.example/moot'],
  ['DATABASE_URL', 'postgres://ada@db.example/moot', 'postgres://ada@db.example/moot'],
  ['DATABASE_URL', 'postgres://db.example:5432/moot', 'postgres://db.example:5432/moot'],
  ['DATABASE_URL', 'postgres://ada:hu@sh/1:2#@db.example/moot', 'postgres://ada:…@db.example/moot'],
  ['DATABASE_URL', 'postgres://:hush@db.example', 'postgres://:…@db.example'],
  ['DATABASE_URL', 'ada:hush@db.example', 'ada:…@db.example'],
  ['DATABASE_URL', 'postgres:ada:hush@db.example', 'postgres:…@db.example'],
  [
    'DATABASE_URL',
    'postgres://db/moot?user=ada&password=hush&sslmode=require',
    'postgres://db/moot?user=ada&password=…&sslmode=require',
  ],
  ['OPENAI_BASE_URL', 'https://models.example/v1?api_key=hush', 'https://models.example/v1?api_key=…'],
])('%s=%s is shown as %s', (name, value, shown) => {
  expect(masked(name, value)).toBe(shown);
});
