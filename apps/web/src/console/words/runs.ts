import type { ListedRun } from '@moot/wire';
import { listed } from './numbers.ts';

type State = ListedRun['state'];

/** What a run is doing, in words. */
export function runWords({ state, awaits }: Pick<ListedRun, 'state' | 'awaits'>): string {
  switch (state) {
    case 'ended':
      return 'ended';
    case 'failed':
      return awaits.length === 0 ? 'failed' : `failed at ${listed(awaits)}`;
    case 'running':
      return awaits.length === 0 ? 'running' : `${listed(awaits)} ${awaits.length === 1 ? 'is' : 'are'} at work`;
    case 'waiting':
      return awaits.length === 0 ? 'not begun' : `waits for ${listed(awaits)}`;
  }
}

/** The states one can filter by, in the order of the filter. */
export const STATES = ['all', 'running', 'waiting', 'failed', 'ended'] as const satisfies readonly (State | 'all')[];
export type StateFilter = (typeof STATES)[number];

/** What stands in an address as a filter, or the whole list if it says nothing that we know. */
export function stateFilter(written: unknown): StateFilter {
  return STATES.find((state) => state === written) ?? 'all';
}

/** Which rows of a list are shown: "1 to 50 of 63". */
export function rangeWords({ total, page, pageSize }: Paged): string {
  if (total === 0) return 'none';
  const first = (page - 1) * pageSize + 1;
  return `${first} to ${Math.min(total, page * pageSize)} of ${total}`;
}

/** How many pages a list has; an empty one has one. */
export function pagesOf({ total, pageSize }: Pick<Paged, 'total' | 'pageSize'>): number {
  return Math.max(1, Math.ceil(total / Math.max(1, pageSize)));
}

export interface Paged {
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}
