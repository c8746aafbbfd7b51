import type { z } from 'zod';

/** What a schema found wrong with an object, in words, and the first field that has to be mended. */
export function issueOf(error: z.ZodError): Issue {
  const [first] = error.issues;
  const why = error.issues.map((issue) => said(issue)).join('; ');
  return { field: first === undefined ? undefined : fieldOf(first), why: `${why}.` };
}

interface Issue {
  readonly field: string | undefined;
  readonly why: string;
}

function said(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return issue.message;

  const field = fieldOf(issue) ?? 'the line';
  const message = issue.message.replace(/^Invalid (input|option): /, '');
  return message.endsWith('received undefined') ? `${field} is missing` : `${field} is wrong: ${message}`;
}

/** The path as it would be written: `questions[2].options`. */
function fieldOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) return issue.keys[0];
  if (issue.path.length === 0) return undefined;
  return issue.path.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${String(part)}]`;
    return path === '' ? String(part) : `${path}.${String(part)}`;
  }, '');
}
