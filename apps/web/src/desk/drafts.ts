import { Submit, type Trace, type TurnName } from '@moot/wire';
import { z } from 'zod';

/** What a judge has set and written in a turn, before it counts and until the server has it for good. */
export const Draft = z.object({
  belief: z.array(z.number()).readonly().optional(),
  reason: z.string(),
  choice: z.string().optional(),
  to: z.array(z.string()).readonly(),
  text: z.string(),
  trace: Submit.shape.trace,
});
export type Draft = Readonly<z.output<typeof Draft>>;

export const NO_DRAFT: Draft = { reason: '', to: [], text: '', trace: { shownAt: null, activeMs: 0, changes: [] } };

/** What may be changed of it. */
export type Change = Partial<Pick<Draft, 'belief' | 'reason' | 'choice' | 'to' | 'text'>>;

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
export function saidBy(
  { belief, reason, choice, to, text }: Draft,
  turn: Asks,
): Readonly<Record<string, unknown>> | undefined {
  if (turn.kind === 'verdict') return belief && { belief, reason: reason.trim() };
  if (turn.kind === 'belief') return belief && { belief };
  if (turn.choices === undefined) return text.trim() === '' ? undefined : { text: text.trim() };
  if (choice === undefined || !turn.choices.includes(choice)) return undefined;
  if (choice !== 'ask') return { choice };
  return to.length === 0 || text.trim() === '' ? undefined : { choice, to, text: text.trim() };
}

/** What a turn asks for. */
export interface Asks extends TurnName {
  readonly choices?: readonly string[] | undefined;
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
