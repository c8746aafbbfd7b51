import { isJudge } from '@moot/protocol';
import { turnKey, type KeptMove, type RunPage, type ShownFailure } from '@moot/wire';
import { z } from 'zod';
import { beliefInShort, type Sides } from './beliefs.ts';

/** One thing that happened in a run. `made`: how many moves had been made once it had. */
export type Entry =
  | { readonly kind: 'move'; readonly move: KeptMove; readonly at: string; readonly made: number }
  | { readonly kind: 'failure'; readonly failure: ShownFailure; readonly at: string; readonly made: number };

/** The log of a run: its moves in their order, and between them, by time, the turns that failed. */
export function logOf({ moves, failures }: Pick<RunPage, 'moves' | 'failures'>): readonly Entry[] {
  const due = failures.toSorted((a, b) => Date.parse(a.failedAt) - Date.parse(b.failedAt));
  const log: Entry[] = [];
  for (const [i, move] of moves.entries()) {
    while (due[0] && Date.parse(due[0].failedAt) < Date.parse(move.madeAt)) log.push(...failed(due.shift(), i));
    log.push({ kind: 'move', move, at: move.madeAt, made: i + 1 });
  }
  return [...log, ...due.flatMap((failure) => failed(failure, moves.length))];
}

function failed(failure: ShownFailure | undefined, made: number): readonly Entry[] {
  return failure ? [{ kind: 'failure', failure, at: failure.failedAt, made }] : [];
}

/** How an entry is marked: by its seat, hollow where nothing was said for others to hear, with a word or two. */
export interface Mark {
  readonly seat: string;
  readonly form: 'full' | 'hollow' | 'failed';
  readonly words: string;
  /** A belief in one glance. */
  readonly value?: string;
}

export function markOf(entry: Entry, sides: Sides): Mark {
  if (entry.kind === 'failure') {
    const { seat } = entry.failure;
    return { seat, form: 'failed', words: `${seat} fails` };
  }
  const { move } = entry;
  const { passed, belief, choice } = Said.parse(move);
  if (passed !== undefined) return { seat: move.seat, form: 'failed', words: `${move.seat} passes` };
  if (belief !== undefined)
    return { seat: move.seat, form: 'hollow', words: move.kind, value: beliefInShort(belief, sides) };
  return { seat: move.seat, form: isJudge(move.seat) ? 'hollow' : 'full', words: doing(move, choice) };
}

const Said = z.object({
  passed: z.string().optional().catch(undefined),
  belief: z.array(z.number()).optional().catch(undefined),
  choice: z.string().optional().catch(undefined),
});

function doing({ seat, kind }: KeptMove, choice: string | undefined): string {
  const verb = CHOICES[choice ?? ''] ?? VERBS[kind];
  return verb === undefined ? `${seat}: ${kind}` : `${seat} ${verb}`;
}

const VERBS: Readonly<Record<string, string>> = {
  speech: 'speaks',
  reply: 'replies',
  ask: 'asks',
  choose: 'chooses a side',
  negotiate: 'says whether to end',
  concede: 'concedes',
  claim: 'claims',
  respond: 'responds',
  answer: 'answers',
  split: 'splits',
  check: 'checks',
  report: 'reports',
};
const CHOICES: Readonly<Record<string, string>> = { ask: 'asks', continue: 'goes on', end: 'ends it' };

/** An entry as it is spoken of when the slider stands on it. */
export function spoken(mark: Mark, number: number, count: number): string {
  const value = mark.value === undefined ? '' : `, ${mark.value}`;
  const whose = mark.value === undefined ? '' : `${mark.seat}, `;
  return `entry ${number} of ${count}, ${whose}${mark.words}${value}`;
}

/** What the log has after its first n entries, in words, the nearest first. */
export function stillToCome(log: readonly Entry[], n: number, sides: Sides): string {
  const rest = log.slice(n).map((entry, i) => laterWords(markOf(entry, sides), n + i + 1));
  const named = rest.slice(0, MOST_NAMED);
  const more = rest.length - named.length;
  return more > 0 ? `${named.join(', ')}, and ${more} more` : named.join(', ');
}

const MOST_NAMED = 5;

function laterWords({ seat, words, value }: Mark, number: number): string {
  return value === undefined ? `${words} (${number})` : `the ${words} of ${seat} (${number})`;
}

/** The turns that had failed after n entries and were not taken by then, each once. */
export function failedThen(log: readonly Entry[], n: number): readonly ShownFailure[] {
  const then = log.slice(0, n);
  const taken = new Set(then.flatMap((entry) => (entry.kind === 'move' ? [turnKey(entry.move)] : [])));
  const open = then.flatMap((entry) =>
    entry.kind === 'failure' ? [[turnKey(entry.failure), entry.failure] as const] : [],
  );
  return [...new Map(open.filter(([key]) => !taken.has(key))).values()];
}
