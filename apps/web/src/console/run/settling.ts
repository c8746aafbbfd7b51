import { clock } from '@moot/ui';
import { turnKey, type RunPage, type Settle, type ShownFailure, type TurnName } from '@moot/wire';

import { seatTurnWords } from './turn-words.ts';

/** What a researcher may do about a failed turn. */
export type How = Settle['how'];

/** The failures that wait for a decision: nothing was decided, and the turn was not taken after all. */
export function openFailures({ failures, moves }: Pick<RunPage, 'failures' | 'moves'>): readonly ShownFailure[] {
  const taken = new Set(moves.map(turnKey));
  return failures.filter((failure) => failure.settledAt === null && !taken.has(turnKey(failure)));
}

/** What failed, in a sentence for whoever can act. */
export function failureWords({ seat, kind, at, version, cause }: ShownFailure): string {
  return `${capital(seatTurnWords({ seat, kind, at, version }))}: the turn failed (${CAUSES[cause] ?? cause}).`;
}

const CAUSES: Readonly<Record<string, string>> = {
  fault: 'no reply kept to the rules',
  'refused-by-rules': 'the rules refused it',
  cap: 'a cap of the experiment was reached',
  refusal: 'the model declined',
  empty: 'the replies were empty',
  'too-long': 'the replies were too long',
  cut: 'the replies were cut off',
  malformed: 'the replies could not be read',
  limited: 'the endpoint allowed no more requests',
  timeout: 'no reply came in time',
  unreachable: 'the endpoint could not be reached',
  'server-error': 'the endpoint broke',
  rejected: 'the endpoint does not take such requests',
  stopped: 'it was stopped',
};

/** What is sent for a decision, or what is still missing from it. */
export function decision(
  how: How,
  turn: TurnName,
  why: string,
): { readonly ok: true; readonly body: Settle } | { readonly ok: false; readonly why: string } {
  const reason = why.trim();
  const { seat, kind, at, version } = turn;
  const name = { seat, kind, at, version };
  if (reason.length > MOST_WHY) return { ok: false, why: `Keep the reason to ${MOST_WHY} characters.` };
  if (how === 'retry') return { ok: true, body: { how, turn: name, ...(reason !== '' && { why: reason }) } };
  if (reason === '') return { ok: false, why: 'Give the reason; it is kept for the audit.' };
  return { ok: true, body: how === 'pass' ? { how, turn: name, why: reason } : { how, why: reason } };
}

const MOST_WHY = 1000;

/** What each decision does, said before it is made. */
export const EFFECTS: Readonly<Record<How, string>> = {
  retry: 'The model is asked again.',
  pass: 'The turn counts as taken, with nothing said. This cannot be undone.',
  abandon:
    'All that is still open is passed, until the run has ended without a verdict: in the results it is an abstention, neither right nor wrong. This cannot be undone.',
};

/** One line of the audit: who did what when, and why. */
export function auditWords({ at, who, what, detail }: RunPage['audit'][number]): string {
  const turn = seatTurnIn(detail);
  const why = typeof detail.why === 'string' && detail.why !== '' ? `: “${detail.why}”` : '';
  return `${clock(at)}, ${who}: ${what}${turn === undefined ? '' : ` (${turn})`}${why}`;
}

function seatTurnIn({ seat, kind, at, version }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof seat !== 'string' || typeof kind !== 'string' || typeof at !== 'string') return undefined;
  return seatTurnWords({ seat, kind, at, version: typeof version === 'number' ? version : 1 });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
