import fc from 'fast-check';
import { expect, it } from 'vitest';
import { masking } from './secrets.ts';

const KEY = 'sk-0123456789';

it('hides a secret however it is spelled', () => {
  const { mask } = masking(['pass"word%1', undefined]);
  const spelled = ['pass"word%1', 'pass%22word%251', 'pass\\"word%1', Buffer.from('pass"word%1').toString('base64')];
  expect(spelled.map((each) => mask(`<${each}>`))).toEqual(['<•••>', '<•••>', '<•••>', '<•••=>']);
});

it('hides the beginning of a secret that was cut off, but not any few letters', () => {
  const { mask } = masking([KEY]);
  expect(mask('it is sk-01234')).toBe('it is •••');
  expect(mask('I ask')).toBe('I ask');
});

it('takes a short word for no secret', () => {
  expect(masking(['none']).mask('none of them')).toBe('none of them');
});

it('passes on all of a text in pieces but its secrets, wherever it is cut', () => {
  const text = `So the key ${KEY} is not sk-012 nor sk-0123456780.`;
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
      const ends = [...new Set([...cuts, text.length])].sort((a, b) => a - b);
      const pieces = masking([KEY]).pieces();
      const passed = ends.map((end, i) => pieces.push(text.slice(ends[i - 1] ?? 0, end)));
      expect(passed.join('') + pieces.rest()).toBe('So the key ••• is not sk-012 nor sk-0123456780.');
    }),
  );
});
