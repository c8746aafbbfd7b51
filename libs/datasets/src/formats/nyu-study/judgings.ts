import type { PublishedJudging, PublishedMove } from '@moot/experiment';
import type { Offline, Room } from './room.ts';
import { beliefOf, makerOf, type Reading, type Recording } from './transcript.ts';

/** The offline judgments of a room: others judged its finished transcript, step by step or whole. */
export function judgingsOf(
  room: Room,
  { places }: Reading,
  recording: Recording,
  options: readonly string[],
): readonly PublishedJudging[] {
  const all = room.rounds.flatMap((round) =>
    round.type === 'OfflineJudgments' ? Object.entries(round.judgments) : [],
  );
  return all.map(([judge, offline]) => {
    const stepped = offline.mode === 'stepped';
    const last = recording.moves.at(-1)?.madeAt.getTime() ?? room.creationTime;
    return {
      judge,
      judging: offline.mode,
      // The study measured the time of those who saw the whole, and set no limit to it.
      setup: { options, judges: 1, shown: stepped ? 'stepped' : 'whole' },
      // Some clocks were not started.
      createdAt: new Date(offline.startTimeMillis > 0 ? offline.startTimeMillis : last),
      moves: movesOf({ judge, offline, places }, stepped && saysAtFirst(recording)),
    };
  });
}

interface Judged {
  readonly judge: string;
  readonly offline: Offline;
  readonly places: Reading['places'];
}

/** Whether something can be seen before the first speech, which the study did not show as a step of its own. */
function saysAtFirst({ moves }: Recording): boolean {
  return moves.some(({ kind, at }) => at.split('/')[0] === 'round 0' && kind !== 'belief' && kind !== 'verdict');
}

function movesOf({ judge, offline, places }: Judged, hasOpeningStep: boolean): readonly PublishedMove[] {
  const moves: PublishedMove[] = [];
  const turn = { seat: 'judge', version: 1, by: makerOf(judge) };
  const skip = (madeAt: Date) =>
    moves.push({ ...turn, kind: 'belief', at: `step ${moves.length}`, passed: NOT_ASKED, madeAt });
  for (const [i, { distribution, endDebate, feedback }] of offline.judgments.entries()) {
    const madeAt = new Date(feedback.timestamp),
      belief = beliefOf(distribution, places);
    const reason = feedback.content
      .map(({ Text }) => Text.text)
      .join('')
      .trim();
    if (i === 1 && hasOpeningStep) skip(madeAt);
    if (endDebate && moves.length === 0) skip(madeAt);
    moves.push(
      endDebate
        ? { ...turn, kind: 'verdict', at: 'end', said: { belief, reason }, madeAt }
        : { ...turn, kind: 'belief', at: `step ${moves.length}`, said: { belief }, madeAt },
    );
  }
  return moves;
}

const NOT_ASKED = 'the study did not ask for it';
