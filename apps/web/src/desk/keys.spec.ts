import { expect, it } from 'vitest';
import { askedBy, sided } from './keys.ts';

const key = (name: string, more = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

it('moves a belief by one point, or by five', () => {
  expect(askedBy(key('ArrowRight'), 'page', 'on')).toEqual({ kind: 'move', by: 1 });
  expect(askedBy(key('ArrowLeft', { shiftKey: true }), 'page', 'on')).toEqual({ kind: 'move', by: -5 });
  expect(askedBy(key('ArrowRight'), 'slider', 'on')).toBeUndefined();
});

it('is off while typing, save for submitting', () => {
  for (const name of ['z', '1', 'n', '?', 'ArrowLeft']) expect(askedBy(key(name), 'text', 'on')).toBeUndefined();
  expect(askedBy(key('Enter', { ctrlKey: true }), 'text', 'on')).toEqual({ kind: 'submit' });
});

it('leaves what belongs to the browser', () => {
  expect(askedBy(key('z', { ctrlKey: true }), 'page', 'on')).toBeUndefined();
  expect(askedBy(key('ArrowLeft', { altKey: true }), 'page', 'on')).toBeUndefined();
});

it('can be switched off, all but the sheet where it is switched on again', () => {
  expect(askedBy(key('n'), 'page', 'off')).toBeUndefined();
  expect(askedBy(key('?', { shiftKey: true }), 'page', 'off')).toEqual({ kind: 'sheet' });
});

it('chooses a side at the strength that stands', () => {
  expect(sided(80, 0)).toBe(20);
  expect(sided(20, 0)).toBe(20);
  expect(sided(20, 1)).toBe(80);
  expect(sided(undefined, 1)).toBe(60);
  expect(sided(50, 0)).toBe(40);
});
