import type { Invited } from '@moot/wire';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';

type Links = Invited['links'];
const NONE: Links = [];

/** Links that were just made: kept in this tab's memory, so that looking at another page does not lose them. */
export function useNewLinks(experiment: string) {
  const queries = useQueryClient();
  const queryKey = ['new-links', experiment];
  const { data = NONE } = useQuery<Links>({ queryKey, queryFn: skipToken, staleTime: Infinity, gcTime: Infinity });
  return {
    links: data,
    add: (more: Links) => queries.setQueryData<Links>(queryKey, (links = NONE) => [...more, ...links]),
    put: () => queries.setQueryData<Links>(queryKey, NONE),
  };
}
