import { ENDPOINTS } from '@moot/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../../app/api.ts';
import type { Draft } from './draft.ts';
import type { useDraft } from './use-draft.ts';

/** Starts what is in the draft, once, however often it is sent; then its page is opened. */
export function useStart({ draft, attempt, drop }: ReturnType<typeof useDraft>) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { mutate, reset, isPending, error, data } = useMutation({
    mutationFn: (body: Omit<Draft, 'attempt'> & { readonly key: string }) => ask(ENDPOINTS.start, { body }),
    async onSuccess(started) {
      if (!started.ok) return;
      drop();
      await queries.invalidateQueries({ queryKey: ['experiments'] });
      await navigate({ to: '/experiments/$experiment', params: { experiment: started.name } });
    },
  });
  return {
    start: () => mutate({ text: draft.text, people: draft.people, key: attempt() }),
    reset,
    isStarting: isPending,
    error,
    faults: data?.ok === false ? data.faults : [],
  };
}
