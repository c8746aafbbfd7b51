import { Notice } from '@moot/ui';
import { turnKey, type RunPage } from '@moot/wire';
import { useMemo, useState } from 'react';
import { AuditSection } from './audit-section.tsx';
import { sidesIn } from './beliefs.ts';
import { CallsSection } from './calls-section.tsx';
import { callOf } from './calls.ts';
import { JudgmentsSection } from './judgments-section.tsx';
import { DraftsSection } from './drafts-section.tsx';
import { FailuresSection } from './failures-section.tsx';
import { logOf, type Entry } from './log.ts';
import { laid, type Looking } from './looking.ts';
import { lookingWords } from './places.ts';
import { ReplayBar } from './replay-bar.tsx';
import { ReplayRuler } from './replay-ruler.tsx';
import { RunHead } from './run-head.tsx';
import { SetupSection } from './setup-section.tsx';
import { TranscriptSection } from './transcript-section.tsx';
import type { Following } from '../../live/use-run.ts';
import { useFollowing } from './use-following.ts';
import { useReplay } from './use-replay.ts';
import { useReplayKeys } from './use-replay-keys.ts';

/** A run with everything that is known of it: replay, transcript, calls, failures, setup, audit. */
export function ResearcherRun({ page }: { readonly page: RunPage }) {
  const log = useMemo(() => logOf(page), [page]);
  const sides = useMemo(() => sidesIn(page.judged?.setup ?? page.setup, page.judged?.moves ?? page.moves), [page]);
  const set = useMemo(() => laid(page), [page]);
  const following = useFollowing(page);
  const replay = useReplay(log);
  useReplayKeys(replay, log.length);
  const [chosen, look] = useState<Looking>('everything');
  const looking = set.ok ? chosen : 'everything';
  const choice = useChoice(page, log, replay.n);
  return (
    <>
      <RunHead page={page} sides={sides} following={following} />
      <FailuresSection page={page} />
      <section className="section replay" aria-label="Replay">
        <ReplayBar replay={replay} log={log} shows={lookingWords(looking)} course={courseOf(page, following)} />
        <ReplayRuler replay={replay} log={log} sides={sides} />
      </section>
      {!set.ok && <Notice tone="caution">{set.why}</Notice>}
      <div className="run-columns">
        <TranscriptSection
          page={page}
          table={set.ok ? set.table : undefined}
          log={log}
          replay={replay}
          {...{ looking, look, choice, following }}
        />
        <aside>
          <CallsSection page={page} choice={choice} mayOpen={replay.isPlaying ? 'chosen only' : 'any'} />
          <DraftsSection page={page} choice={choice} />
          <SetupSection page={page} sides={sides} />
          <JudgmentsSection page={page} sides={sides} />
          <AuditSection audit={page.audit} />
        </aside>
      </div>
    </>
  );
}

function courseOf({ state }: RunPage, following: Following): 'over' | 'followed' | 'not followed' {
  if (state === 'ended') return 'over';
  return following.state ? 'followed' : 'not followed';
}

/** The turn that is looked at, in the transcript and among the calls alike. */
export interface Choice {
  /** The name of the turn; the entry at which the replay stands, unless another was chosen there. */
  readonly key: string | undefined;
  /** The call that is open: the one that was chosen, or the last of the turn. */
  readonly call: string | undefined;
  readonly isByHand: boolean;
  readonly chooseTurn: (key: string) => void;
  readonly chooseCall: (id: string) => void;
}

function useChoice(page: RunPage, log: readonly Entry[], n: number): Choice {
  const [picked, pick] = useState<{ readonly n: number; readonly key: string; readonly call?: string }>();
  const entry = log[n - 1];
  const turn = entry && (entry.kind === 'move' ? entry.move : entry.failure);
  const here = picked?.n === n ? picked : undefined;
  const key = here?.key ?? (turn && turnKey(turn));
  const ofTurn = page.calls.filter((call) => turnKey(call) === key);
  return {
    key,
    call: here?.call ?? (ofTurn[0] && callOf(ofTurn[0], page.calls)?.id),
    isByHand: here !== undefined,
    chooseTurn: (chosen) => pick({ n, key: chosen }),
    chooseCall(id) {
      const call = page.calls.find((each) => each.id === id);
      if (call) pick({ n, key: turnKey(call), call: id });
    },
  };
}
