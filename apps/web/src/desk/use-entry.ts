import { ENDPOINTS } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../app/api.ts';
import { mayRetry } from '../app/retrying.ts';

/** Gives the secret of the link for a cookie, once, and takes it out of the address, where it could be read over a shoulder. */
export function useEntry(invitation: string): {
  readonly state: 'entering' | 'entered';
  readonly error: Error | null;
  readonly retry: () => void;
} {
  const [secret] = useState(() => window.location.hash.slice(1));
  const entry = useQuery({
    queryKey: ['entry', invitation],
    enabled: secret !== '',
    staleTime: Infinity,
    retry: mayRetry,
    queryFn: async () => {
      await ask(ENDPOINTS.enter, { path: { invitation }, body: { secret } });
      window.history.replaceState(window.history.state, '', window.location.pathname);
      return true;
    },
  });
  const isEntered = secret === '' || entry.isSuccess;
  return { state: isEntered ? 'entered' : 'entering', error: entry.error, retry: () => void entry.refetch() };
}
