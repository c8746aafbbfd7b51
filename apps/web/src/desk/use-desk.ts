import { ENDPOINTS, type Desk, type StepAnswer, type Submission } from '@moot/wire';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { ask } from '../app/api.ts';
import { clockOffset } from './countdown.ts';

/** A judge's desk as the server has it, and what changes it. */
export interface DeskAtHand {
  readonly query: UseQueryResult<Desk>;
  /** How far the server's clock is ahead. */
  readonly offset: number;
  readonly answer: (answer: StepAnswer) => Promise<void>;
  readonly refresh: () => void;
  /** Takes in the desk as the server has just told it. */
  readonly show: (desk: Desk) => void;
  /** Takes in what the server said of a submission. */
  readonly take: (run: string, submission: Submission) => void;
}

export function useDesk(invitation: string): DeskAtHand {
  const queries = useQueryClient();
  const name = useMemo(() => ['desk', invitation], [invitation]);
  const query = useQuery({
    queryKey: name,
    queryFn: ({ signal }) => ask(ENDPOINTS.desk, { path: { invitation }, signal }),
    refetchInterval: ({ state }) => (isIdle(state.data) ? 5_000 : false),
  });
  const refresh = useCallback(() => void queries.invalidateQueries({ queryKey: name }), [queries, name]);
  const tell = useOtherTabs(invitation, refresh);

  const show = (desk: Desk) => {
    queries.setQueryData(name, desk);
    tell();
  };
  const answer = async (given: StepAnswer) => show(await ask(ENDPOINTS.step, { path: { invitation }, body: given }));
  const take = (run: string, submission: Submission) => {
    queries.setQueryData<Desk>(name, (desk) => desk && withSubmission(desk, run, submission));
    refresh();
    tell();
  };
  const offset = query.data ? clockOffset(query.data.serverTime, query.dataUpdatedAt) : 0;
  return { query, offset, answer, refresh, show, take };
}

/** Nothing to judge now, but there may be soon. */
function isIdle(desk: Desk | undefined): boolean {
  return desk?.step === 'runs' && desk.run === null;
}

function withSubmission(desk: Desk, run: string, submission: Submission): Desk {
  if (desk.run?.id !== run) return desk;
  const others = desk.run.submissions.filter(({ key }) => key !== submission.key);
  return { ...desk, run: { ...desk.run, submissions: [...others, submission] } };
}

/** Lets other tabs of the same judge know that something has changed. */
function useOtherTabs(invitation: string, refresh: () => void): () => void {
  const channel = useMemo(() => `moot/desk/${invitation}`, [invitation]);
  useEffect(() => {
    const listening = new BroadcastChannel(channel);
    listening.addEventListener('message', refresh);
    return () => listening.close();
  }, [channel, refresh]);
  return useCallback(() => {
    const speaking = new BroadcastChannel(channel);
    speaking.postMessage('changed');
    speaking.close();
  }, [channel]);
}
