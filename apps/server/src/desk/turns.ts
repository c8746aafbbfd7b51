import { beliefFault, type TurnName } from '@moot/protocol';
import { entered, type Run } from '@moot/runner';
import { keepAmendment, keepSubmission, takeBack, type Holder } from '@moot/store';
import type { Amend, Amendment, Submission, Submit } from '@moot/wire';
import type { Engine } from '../engine.ts';
import { fault } from '../http/fault.ts';
import { shownAmendment, shownSubmission } from './desk.ts';
import { isUnbegun, lateWords } from './limits.ts';
import { notYours, seated } from './seated.ts';

type Kept = Pick<Engine, 'means' | 'world' | 'settings'>;

/** Takes in what a judge submits. It is kept at once, and becomes a move a few seconds later unless it is taken back. */
export async function submitTurn(kept: Kept, holder: Holder, runId: string, given: Submit): Promise<Submission> {
  const { run, by } = await seated(kept, holder, runId, given.turn);
  const { seat, kind, at, version } = given.turn;
  const before = await kept.means.database.submission.findUnique({ where: { id: given.key } });
  const said = before ? {} : saidIn(run, given, by);
  const turn = { run: runId, seat, kind, at, version };
  const undoMs = kept.settings.MOOT_UNDO_SECONDS * 1000;
  const submission = { id: given.key, turn, by, said, trace: given.trace, undoMs };
  if (!before && (await isUnbegun(kept, run, turn))) throw fault(409, { code: 'not-open', words: UNBEGUN });
  const saved = await keepSubmission(kept.means, submission);
  if (saved.ok) return shownSubmission(saved.submitted);
  if (saved.why === 'late') throw fault(409, { code: 'refused', words: lateWords(saved.dueAt) });
  throw notYourName();
}

export async function takeTurnBack(kept: Kept, holder: Holder, runId: string, key: string): Promise<Submission> {
  if (holder.judge === null) throw notYours();
  const taken = await takeBack(kept.means, key, { run: runId, by: holder.judge });
  if (!taken) throw notYours();
  return shownSubmission(taken);
}

export async function amendTurn(kept: Kept, holder: Holder, runId: string, given: Amend): Promise<Amendment> {
  const { run, by } = await seated(kept, holder, runId, given.turn);
  const isOwn = run.table.moves.some((move) => isSameName(move, given.turn) && move.by === `person:${by}`);
  if (!isOwn)
    throw fault(409, { code: 'refused', words: 'There is no such move of yours yet, so nothing can be added to it.' });
  const move = run.table.moves.find((each) => isSameName(each, given.turn));
  const options =
    move && 'belief' in move && Array.isArray(move.belief) ? move.belief.length : (given.belief?.length ?? 0);
  const wrong = given.belief && beliefFault(given.belief, options);
  if (wrong) throw fault(409, { code: 'refused', words: wrong, field: 'belief' });
  const { seat, kind, at, version } = given.turn;
  const { key: id, text, belief } = given;
  const amendment = { id, turn: { run: runId, seat, kind, at, version }, by, text, belief };
  const saved = await keepAmendment(kept.means, amendment);
  if (!saved) throw notYourName();
  return shownAmendment(saved);
}

const UNBEGUN = 'The time for this has not begun. Begin first.';

/** What the rules take of what is said, and nothing else; what they would refuse is refused now, while it can be mended. */
function saidIn(run: Run, { turn, said }: Submit, by: string): object {
  const change = entered({ ...turn, by: `person:${by}`, said })(run);
  if (change.ok)
    return Object.fromEntries(Object.entries(change.move).filter(([name]) => name in said && !(name in turn)));
  throw fault(409, { code: change.why === 'fault' ? 'refused' : 'not-open', words: change.words ?? WORDS[change.why] });
}

const WORDS = {
  over: 'This run has ended. The page has been brought up to date.',
  'not-open': 'This is not open any more. The page has been brought up to date.',
  barred: 'You may not take this turn.',
  fault: 'This cannot be taken.',
} as const;

function isSameName(a: TurnName, b: TurnName): boolean {
  return a.seat === b.seat && a.kind === b.kind && a.at === b.at && a.version === b.version;
}

function notYourName() {
  return fault(409, { code: 'refused', words: 'This has the name of something that somebody else submitted.' });
}
