import { expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.ts';

it('secrets of the environment and passwords in addresses are not logged', () => {
  const environment = { OPENAI_API_KEY: 'sk-0123456789abcdef', PORT: '4100' };
  const text = 'port 4100: key sk-0123456789abcdef, database postgres://ada:hush@db/moot';
  expect(withoutSecrets(text, { environment })).toBe('port 4100: key sk-…ef, database postgres://ada:…@db/moot');
});
