import { expect, it } from 'vitest';
import { sqlCommand } from './command.ts';

it('quotes a statement for the shell', () => {
  expect(sqlCommand('select 1\n')).toBe('npx moot sql "select 1"');
  expect(sqlCommand('select "a" || $$`\\$$')).toBe('npx moot sql "select \\"a\\" || \\$\\$\\`\\\\\\$\\$"');
});
