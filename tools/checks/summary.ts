import type { Report } from './report.ts';

/** What the person who ran the tests is told last: a line per project, who was skipped by name, and the count of all. */
export function summary(reports: readonly Report[]): { readonly lines: readonly string[]; readonly failed: number } {
  const passed = sum(reports.map((report) => report.passed));
  const failed = sum(reports.map((report) => report.failed.length));
  const skipped = sum(reports.map((report) => report.skipped.length));
  const width = Math.max(0, ...reports.map((report) => report.project.length));
  const lines = [
    ...reports.map(
      (report) =>
        `  ${report.project.padEnd(width)}  ${counted(report.passed, report.failed.length, report.skipped.length)}`,
    ),
    ...named('failed', reports, (report) => report.failed),
    ...named('skipped', reports, (report) => report.skipped),
    '',
    counted(passed, failed, skipped),
  ];
  return { lines, failed };
}

function named(
  what: string,
  reports: readonly Report[],
  names: (report: Report) => readonly string[],
): readonly string[] {
  return reports.flatMap((report) => names(report).map((name) => `  ${what}: ${report.project}: ${name}`));
}

function counted(passed: number, failed: number, skipped: number): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
