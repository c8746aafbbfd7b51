import { Submit, type Trace, type TurnForm, type TurnName } from '@moot/wire';
import { z } from 'zod';
import type { Field, Filled } from './fields.ts';
import { saidInFields } from './filled.ts';

/** What a judge has set and written in a turn, before it counts and until the server has it for good. */
export const Draft = z.object({
  belief: z.array(z.number()).readonly().optional(),
  reason: z.string(),
  /** What has been filled in besides, by the names of the fields. */
  filled: z.record(z.string(), z.unknown()).readonly(),
  trace: Submit.shape.trace,
});
export type Draft = Readonly<z.output<typeof Draft>>;

export const NO_DRAFT: Draft = { reason: '', filled: {}, trace: { shownAt: null, activeMs: 0, changes: [] } };

/** What may be changed of it. */
export type Change = Partial<Pick<Draft, 'belief' | 'reason' | 'filled'>>;

/** The draft after a change at some time; beliefs on the way are kept, those within a moment as one. */
export function changed(draft: Draft, change: Change, now: number): Draft {
  const next = { ...draft, ...change };
  return change.belief ? { ...next, trace: traced(draft.trace, change.belief, now) } : next;
}

/** The draft of a turn that has come into sight. */
export function begun(draft: Draft, now: number): Draft {
  return draft.trace.shownAt === null
    ? { ...draft, trace: { ...draft.trace, shownAt: new Date(now).toISOString() } }
    : draft;
}

/** The draft after the page was in sight for some more time. */
export function attended(draft: Draft, ms: number): Draft {
  return { ...draft, trace: { ...draft.trace, activeMs: draft.trace.activeMs + Math.round(ms) } };
}

/** Whether a draft still says what was believed last, because nobody has moved it. */
export function isUntouched({ belief, trace }: Draft, last: readonly number[] | undefined): boolean {
  if (!belief || !last || trace.changes.length > 0) return false;
  return belief.every((each, i) => each === last[i]);
}

/** What a draft says in a turn, as it is sent; nothing as long as something is missing. */
export function saidBy({ belief, reason, filled }: Draft, turn: Asks): Filled | undefined {
  if (turn.kind === 'verdict') return belief && { belief, reason: reason.trim() };
  if (turn.kind === 'belief') return belief && { belief };
  return saidInFields(turn.fields, { ...turn.settled, ...filled });
}

/** What a turn asks for. */
export interface Asks extends TurnName {
  readonly fields: readonly Field[];
  /** How long its text is to be. */
  readonly length: TurnForm['length'];
  /** What is filled in already, since there is nothing to choose. */
  readonly settled: Filled;
}

/** Whether a turn asks for a belief. */
export function asksBelief({ kind }: Pick<TurnName, 'kind'>): boolean {
  return kind === 'belief' || kind === 'verdict';
}

const MOST_CHANGES = 200;
const ONE_MOVEMENT_MS = 400;

function traced(trace: Trace, belief: readonly number[], now: number): Trace {
  const ms = trace.shownAt === null ? 0 : Math.max(0, now - Date.parse(trace.shownAt));
  const last = trace.changes.at(-1);
  const before = last && ms - last.ms < ONE_MOVEMENT_MS ? trace.changes.slice(0, -1) : trace.changes;
  return { ...trace, changes: [...before, { ms, belief: [...belief] }].slice(-MOST_CHANGES) };
}
