import { expect, it } from 'vitest';
import { addresses, linksCsv } from './links.ts';

const links = [
  { id: '1', label: 'judge 1', path: '/judge/1#secret' },
  { id: '2', label: '=SUM(A1), "two"', path: '/judge/2#secret' },
];

it('gives whole addresses, one a line', () => {
  expect(addresses(links, 'http://moot.test')).toBe('http://moot.test/judge/1#secret\nhttp://moot.test/judge/2#secret');
});

it('writes a table in which no label is taken for a formula', () => {
  expect(linksCsv(links, 'http://moot.test').split('\r\n')).toEqual([
    'label,link',
    'judge 1,http://moot.test/judge/1#secret',
    `"'=SUM(A1), ""two""",http://moot.test/judge/2#secret`,
    '',
  ]);
});
