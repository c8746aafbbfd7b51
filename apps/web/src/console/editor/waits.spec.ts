import { expect, it } from 'vitest';
import { waitsFor, type Standing } from './waits.ts';

const plan = { name: 'x', title: null, runs: 1, judges: 0, questions: 1, arms: [], cautions: [] };
const standing: Standing = {
  text: 'name: x',
  check: { kind: 'checked', of: { ok: true, plan } },
  refused: 0,
  isStarting: false,
  role: 'researcher',
};

it('waits for nothing once the file has passed its check', () => {
  expect(waitsFor(standing)).toBeUndefined();
});

it('says in words what it waits for', () => {
  const fault = { line: 1, column: 1, field: null, why: 'no' };
  expect(waitsFor({ ...standing, check: { kind: 'checked', of: { ok: false, faults: [fault] } } })).toBe(
    'Waits for 1\u00a0fault to be mended.',
  );
  expect(waitsFor({ ...standing, refused: 2 })).toBe('Waits for 2\u00a0faults to be mended.');
  expect(waitsFor({ ...standing, check: { kind: 'checking' } })).toBe('Waits for the check.');
  expect(waitsFor({ ...standing, text: ' ' })).toBe('Waits for an experiment.');
  expect(waitsFor({ ...standing, role: 'viewer' })).toBe('Only researchers start experiments.');
});
