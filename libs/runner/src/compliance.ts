import type { Assigned, Compliance, Prompt } from '@moot/protocol';
import type { Course, Seated } from './course.ts';
import { textOf } from './drafting.ts';

/** Tells whether a speech argues for its side: by rule, and by what a model is asked where no rule can tell. */
export interface ComplianceCheck {
  rule(assigned: Assigned, text: string): Compliance;
  prompt(assigned: Assigned, text: string): Prompt;
  /** What the model said, as its reply was read. */
  read(said: object): Compliance;
}

/** How what was said complies with the side that its seat was assigned; undefined where none was. */
export function* complianceOf(
  { table, turn, sitter }: Seated,
  said: object,
  check: ComplianceCheck,
): Course<Compliance | undefined> {
  const assigned = table.assigned(turn);
  const text = textOf(said);
  if (!assigned || text === '') return undefined;
  const byRule = check.rule(assigned, text);
  if (byRule !== 'unknown' || sitter.checkedBy === undefined) return byRule;
  const answer = yield { part: 'compliance', model: sitter.checkedBy, prompt: check.prompt(assigned, text) };
  return check.read(answer.said);
}
