import type { z } from 'zod';

export type Path = readonly (string | number)[];

/** What is wrong, and at which place of what was read. */
export interface PathFault {
  readonly path: Path;
  readonly why: string;
}

/** A refusal of a schema as faults with paths; unknown keys are named each by itself. */
export function faultsOf(issue: z.core.$ZodIssue): readonly PathFault[] {
  const path = issue.path.filter((each) => typeof each !== 'symbol');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], why: `there is no setting of this name here: ${key}` }));
  if (issue.code === 'invalid_union' && issue.errors.length === 1)
    return (issue.errors[0] ?? []).flatMap(faultsOf).map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input')
    return nearest(issue.errors)
      .flatMap(faultsOf)
      .map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
  return [{ path, why: issue.message }];
}

/** Of the things that something could be the one that it comes nearest to: it has the fewest faults. */
function nearest(errors: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  return errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
