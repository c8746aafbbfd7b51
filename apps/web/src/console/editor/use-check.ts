import { ENDPOINTS, type Checked } from '@moot/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../../app/api.ts';
import { useDebounced } from '../parts/use-debounced.ts';
import type { Draft } from './draft.ts';
import type { Check } from './waits.ts';

/** What the server says of a draft, once one has stopped writing for a moment. */
export function useCheck({ text, people }: Draft): Checking {
  const settled = useDebounced(text, 400);
  const isEmpty = settled.trim() === '';
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['check', settled, people],
    queryFn: ({ signal }) => ask(ENDPOINTS.check, { body: { text: settled, people }, signal }),
    enabled: !isEmpty,
    placeholderData: keepPreviousData,
    // Data sets and models come and go while a draft stays the same.
    staleTime: 0,
    gcTime: 60_000,
  });
  const isBehind = settled !== text || isPlaceholderData || (!data && !error);
  return { check: checkOf({ data, error, isBehind }), last: isEmpty ? undefined : data, error, again: refetch };
}

interface Checking {
  readonly check: Check;
  /** The last answer, though one may have written on since. */
  readonly last: Checked | undefined;
  readonly error: Error | null;
  readonly again: () => unknown;
}

interface Answer {
  readonly data: Checked | undefined;
  readonly error: Error | null;
  readonly isBehind: boolean;
}

function checkOf({ data, error, isBehind }: Answer): Check {
  if (error) return { kind: 'unchecked' };
  return isBehind || !data ? { kind: 'checking' } : { kind: 'checked', of: data };
}
