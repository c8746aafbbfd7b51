import { expect, it } from 'vitest';
import { parseReports } from './report.ts';
import { summary } from './summary.ts';

const test = (fullName: string, status: string) => ({ fullName, status });

const written = {
  testResults: [
    { name: '/a.spec.ts', status: 'failed', assertionResults: [test('adds', 'passed'), test('divides', 'failed')] },
    {
      name: '/b.spec.ts',
      status: 'passed',
      assertionResults: [test('reads the shared set', 'skipped'), test('later', 'todo')],
    },
    { name: '/c.spec.ts', status: 'failed', assertionResults: [] },
  ],
};

it('counts by project, and a file that could not be loaded as a failure', () => {
  expect(parseReports(written, (file) => (file === '/b.spec.ts' ? 'libs/y' : 'libs/x'))).toEqual([
    { project: 'libs/x', passed: 1, failed: ['divides', '/c.spec.ts'], skipped: [] },
    { project: 'libs/y', passed: 0, failed: [], skipped: ['reads the shared set', 'later'] },
  ]);
});

it('names what was skipped and ends with the count of all', () => {
  const { lines, failed } = summary([
    { project: 'libs/x', passed: 3, failed: [], skipped: ['reads the shared set'] },
    { project: 'apps/long', passed: 2, failed: ['boots'], skipped: [] },
  ]);
  expect(lines).toContain('  skipped: libs/x: reads the shared set');
  expect(lines).toContain('  failed: apps/long: boots');
  expect(lines.at(-1)).toBe('5 passed, 1 failed, 1 skipped');
  expect(failed).toBe(1);
});

it('leaves the skipped out of the count when there are none', () => {
  expect(summary([{ project: 'libs/x', passed: 3, failed: [], skipped: [] }]).lines.at(-1)).toBe('3 passed, 0 failed');
});
