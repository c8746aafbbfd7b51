import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('a table as CSV', () => {
  it('has a head, and rows that end with a line break', () => {
    expect(csvOf(['arm', 'n'], [['pairs', 12]])).toBe('arm,n\r\npairs,12\r\n');
  });

  it('quotes what has commas, quotes or line breaks', () => {
    expect(csvOf(['arm'], [['a, "b"\nc']])).toBe('arm\r\n"a, ""b""\nc"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\r=x', '  =x', '\n=x'])('keeps a spreadsheet from running %j', (text) => {
    expect(csvOf(['arm'], [[text]])).toContain(`'${text}`);
  });

  it('leaves numbers alone, and nothing where there is no number', () => {
    expect(csvOf(['x', 'y'], [[-0.5, null]])).toBe('x,y\r\n-0.5,\r\n');
  });
});
