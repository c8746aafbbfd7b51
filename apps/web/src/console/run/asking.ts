import { ENDPOINTS, type RunPage } from '@moot/wire';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/api.ts';

/** How often a run that goes on is asked for again; its moves come by themselves, its calls and failures do not. In ms. */
const PACE = 10_000;

export function runQuery(run: string) {
  return queryOptions({
    queryKey: ['run', run],
    queryFn: ({ signal }) => ask(ENDPOINTS.run, { path: { run }, signal }),
    refetchInterval: ({ state }) => (state.data && isGoing(state.data) ? PACE : false),
  });
}

/** A run goes on as long as somebody has yet to judge it. */
function isGoing({ state, judgments }: RunPage): boolean {
  return state !== 'ended' || judgments.some((judgment) => judgment.state === 'running');
}

/** A call is never changed once it is kept, but for its fault, which comes right after it. */
export function callQuery(run: string, call: string) {
  return queryOptions({
    queryKey: ['run', run, 'call', call],
    queryFn: ({ signal }) => ask(ENDPOINTS.call, { path: { run, call }, signal }),
    staleTime: 60_000,
  });
}
