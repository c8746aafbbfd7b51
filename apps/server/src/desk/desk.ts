import {
  amendmentsIn,
  OUT_OF_TIME,
  placesIn,
  reach,
  reconsider,
  submissionsIn,
  takePlace,
  truthFor,
  type Holder,
  type KeptAmendment,
  type Queued,
  type Submitted,
} from '@moot/store';
import type { Amendment, Desk, Step, StepAnswer, Submission } from '@moot/wire';
import type { Engine } from '../engine.ts';
import { fault } from '../http/fault.ts';
import { limitIn } from './limits.ts';
import { mayBeTold, minutesLeft, nextOf, pausedIn, queueFor } from './queue.ts';
import { CONSENT, INSTRUCTIONS, paragraphs } from './texts.ts';

type Kept = Pick<Engine, 'means' | 'world'>;

/** All that a judge's page needs besides the run itself. */
export async function deskOf(kept: Kept, holder: Holder): Promise<Desk> {
  const queue = await queueFor(kept, holder.id);
  const step = (await isFull(kept, holder)) ? 'full' : stepOf(holder, queue);
  const current = step === 'runs' ? nextOf(queue) : undefined;
  const last = queue
    .filter(({ isDone, doneAt }) => isDone && doneAt)
    .sort(byTime)
    .at(-1);
  return {
    step,
    title: holder.ownTitle ?? holder.title ?? 'Judging answers',
    // The pseudonym begins with the experiment's name, which may say what is tried.
    name: holder.judge?.split('/').at(-1) ?? null,
    consent: [...paragraphs(holder.consent, CONSENT)],
    instructions: [...paragraphs(holder.instructions, INSTRUCTIONS)],
    queue: {
      done: queue.filter(({ isDone }) => isDone).length,
      total: queue.length,
      minutesLeft: minutesLeft(queue),
    },
    run: current ? await openRun(kept, current) : null,
    paused: shownPaused(pausedIn(queue, current)),
    last: last ? await lastRun(kept, queue, last) : null,
    serverTime: kept.means.clock().toISOString(),
  };
}

/** Whether somebody without a place has come when there is none left. */
async function isFull({ means }: Kept, { judge, experiment, declinedAt }: Holder): Promise<boolean> {
  if (judge !== null || declinedAt !== null) return false;
  const { total, taken } = await placesIn(means.database, experiment);
  return taken >= total;
}

/** Where a judge is, by what they have come past. */
function stepOf(holder: Holder, queue: readonly Queued[]): Step {
  if (holder.consentedAt === null || holder.judge === null) {
    if (holder.declinedAt !== null) return 'declined';
    return holder.welcomedAt === null ? 'welcome' : 'consent';
  }
  if (holder.instructedAt === null) return 'instructions';
  return queue.every(({ isDone }) => isDone) ? 'thanks' : 'runs';
}

/** Takes a judge's answer at a step; one that was answered before stays as it is. */
export async function answerStep({ means }: Kept, holder: Holder, answer: StepAnswer): Promise<void> {
  const { database } = means;
  const now = means.clock();
  if (answer.step === 'welcome') return reach(database, holder.id, 'welcomedAt', now);
  if (answer.step === 'declined') return reconsider(database, holder.id);
  if (answer.step === 'instructions') {
    if (holder.judge === null)
      throw fault(409, { code: 'refused', words: 'Before the instructions comes the consent.' });
    return reach(database, holder.id, 'instructedAt', now);
  }
  if (!answer.agrees) {
    if (holder.judge === null) await reach(database, holder.id, 'declinedAt', now);
    return;
  }
  const taking = await takePlace(means, holder.id);
  if (!taking.ok) throw fault(409, { code: 'refused', words: NO_PLACE[taking.why] });
  await reach(database, holder.id, 'welcomedAt', now);
  await reach(database, holder.id, 'consentedAt', now);
}

const NO_PLACE = {
  full: 'All places in this experiment have been taken. Thank you for coming; there is nothing more to do.',
  revoked: 'This link does not hold any more.',
} as const;

async function openRun(kept: Kept, { run, seat }: Queued): Promise<Desk['run']> {
  const { database } = kept.means;
  const [submissions, amendments, limit] = await Promise.all([
    submissionsIn(database, run, seat),
    amendmentsIn(database, run, seat),
    limitIn(kept, run, seat),
  ]);
  return {
    id: run,
    seat,
    submissions: submissions.map(shownSubmission),
    amendments: amendments.map(shownAmendment),
    limit: limit ?? null,
  };
}

function shownPaused(paused: ReturnType<typeof pausedIn>): Desk['paused'] {
  return paused ? { id: paused.run.run, question: paused.run.prompt, since: paused.since.toISOString() } : null;
}

async function lastRun({ means, world }: Kept, queue: readonly Queued[], last: Queued): Promise<Desk['last']> {
  const { run, seat, prompt } = last;
  const moves = (await world.run(run))?.table.moves ?? [];
  const verdict = moves.findLast((move) => move.seat === seat && move.kind === 'verdict' && !('passed' in move));
  const given = verdict && { seat, kind: verdict.kind, at: verdict.at, version: verdict.version };
  const told = mayBeTold(queue, last) ? await truthFor(means.database, run, seat) : undefined;
  return {
    id: run,
    question: prompt,
    verdict: given ?? null,
    isOutOfTime: !given && moves.some((move) => move.seat === seat && 'passed' in move && move.passed === OUT_OF_TIME),
    amendments: (await amendmentsIn(means.database, run, seat)).map(shownAmendment),
    feedback: told ? { ...told, options: [...told.options], belief: told.belief && [...told.belief] } : null,
  };
}

export function shownSubmission({ id, turn, said, savedAt, fixedAt, outcome, words }: Submitted): Submission {
  return {
    key: id,
    turn,
    said: { ...said },
    state: outcome ?? 'saved',
    savedAt: savedAt.toISOString(),
    fixedAt: fixedAt.toISOString(),
    words,
  };
}

export function shownAmendment({ id, turn, text, belief, savedAt }: KeptAmendment): Amendment {
  return { key: id, turn, text, belief: belief && [...belief], savedAt: savedAt.toISOString() };
}

function byTime(a: Queued, b: Queued): number {
  return (a.doneAt?.getTime() ?? 0) - (b.doneAt?.getTime() ?? 0);
}
