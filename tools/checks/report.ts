import { z } from 'zod';

/** What became of the tests of one project, as Vitest reported it. */
export interface Report {
  /** The project's folder. */
  readonly project: string;
  readonly passed: number;
  /** Names of tests, or of files that did not get as far as a test. */
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

/** Reads what Vitest's JSON reporter wrote, one report for each project that had files in the run. */
export function parseReports(json: unknown, projectOf: (file: string) => string): readonly Report[] {
  const files = Written.parse(json).testResults;
  const projects = [...new Set(files.map(({ name }) => projectOf(name)))].sort();
  return projects.map((project) =>
    reportOf(
      project,
      files.filter(({ name }) => projectOf(name) === project),
    ),
  );
}

function reportOf(project: string, files: z.output<typeof Written>['testResults']): Report {
  const tests = files.flatMap((file) => file.assertionResults);
  const named = (...statuses: readonly string[]) =>
    tests.filter((test) => statuses.includes(test.status)).map((test) => test.fullName);
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    project,
    passed: named('passed').length,
    failed: [...named('failed'), ...broken.map((file) => file.name)],
    skipped: named('skipped', 'pending', 'todo', 'disabled'),
  };
}

const Written = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});
