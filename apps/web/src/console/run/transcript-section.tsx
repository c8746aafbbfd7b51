import type { Table } from '@moot/protocol';
import { Notice, SafeText } from '@moot/ui';
import type { RunPage, ShownFailure } from '@moot/wire';
import { useMemo } from 'react';
import type { Following } from '../../live/use-run.ts';
import { sidesIn } from './beliefs.ts';
import { failedThen, stillToCome, type Entry } from './log.ts';
import type { Looking } from './looking.ts';
import { PlaceChoice } from './place-choice.tsx';
import { seatOf, unseenWords } from './places.ts';
import type { Choice } from './researcher-run.tsx';
import { RunTranscript } from './run-transcript.tsx';
import { failureWords } from './settling.ts';
import { briefIn, seenIn, shownNow, shownThen } from './shown.ts';
import type { Replay } from './use-replay.ts';

interface TranscriptSectionProps {
  readonly page: RunPage;
  readonly table: Table | undefined;
  readonly log: readonly Entry[];
  readonly replay: Replay;
  readonly looking: Looking;
  readonly look: (looking: Looking) => void;
  readonly choice: Choice;
  readonly following: Following;
}

/** The transcript as it was seen from one place when the replay's moment was now. */
export function TranscriptSection(props: TranscriptSectionProps) {
  const { page, table, log, replay, looking, look, choice } = props;
  const { shown, unseen } = useShown(props);
  const later = stillToCome(log, replay.n, sidesIn(page.setup, page.moves));
  const isEmpty = shown.moves.length + shown.awaited.length + shown.speaking.length === 0;
  return (
    <section aria-label="Transcript as it was seen" className="run-seen">
      {table && <PlaceChoice page={page} looking={looking} look={look} />}
      {isEmpty && <p className="later">Nothing was to be seen from here at this moment.</p>}
      <RunTranscript shown={shown} chosen={choice.key} choose={choice.chooseTurn} />
      {looking === 'everything' &&
        failedThen(log, replay.n).map((failure) => <Failed key={failure.failedAt} failure={failure} />)}
      <Missing unseen={unseen} later={later} />
    </section>
  );
}

function useShown({ page, table, log, replay, looking, following }: TranscriptSectionProps) {
  const made = log[replay.n - 1]?.made ?? 0;
  const seat = seatOf(looking);
  const brief = useMemo(() => briefIn({ page, table, seat }), [page, table, seat]);
  return useMemo(() => {
    const from = { page, table, seat, made };
    const seen = seenIn(from);
    const then = shownThen(seen, brief);
    const { state, withdrawn } = following;
    const isNow = replay.isAtEnd && state !== undefined && page.state !== 'ended';
    return {
      shown: isNow ? shownNow(then, from, { state, withdrawn }) : then,
      unseen: unseenWords(seen, seat ?? '', page.state),
    };
  }, [page, table, seat, made, brief, replay.isAtEnd, following]);
}

function Failed({ failure }: { readonly failure: ShownFailure }) {
  return (
    <Notice tone="bad">
      <p>{failureWords(failure)}</p>
      <p className="aside">
        <SafeText text={failure.words} />
      </p>
    </Notice>
  );
}

function Missing({ unseen, later }: { readonly unseen: readonly string[]; readonly later: string }) {
  if (unseen.length === 0 && later === '') return null;
  return (
    <div className="later">
      {unseen.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {later !== '' && <p>Not yet at this point of the replay: {later}.</p>}
    </div>
  );
}
