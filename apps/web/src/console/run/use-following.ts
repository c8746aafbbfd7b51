import type { RunPage } from '@moot/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRun, type Following } from '../../live/use-run.ts';
import { runQuery } from './asking.ts';

/** Follows a run that goes on, and asks for all that is known of it again when it has a move more or another turn has failed. */
export function useFollowing({ id, state }: RunPage): Following {
  const queries = useQueryClient();
  const following = useRun(state === 'ended' ? undefined : id, ACCOUNT);
  const known = following.state;
  const news = known && `${known.seq} ${String(known.isOver)} ${known.awaited.map((turn) => turn.state).join(' ')}`;
  useEffect(() => {
    if (news !== undefined) void queries.invalidateQueries({ queryKey: runQuery(id).queryKey, exact: true });
  }, [news, id, queries]);
  return following;
}

export const ACCOUNT = { as: 'account' } as const;
