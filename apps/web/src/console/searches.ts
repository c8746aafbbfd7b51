import { stateFilter, type StateFilter } from './words/runs.ts';

/** What the address of an experiment's page says besides its name; what is usual is left out. */
export interface ExperimentSearch {
  readonly show?: 'judges' | 'file';
  readonly state?: Exclude<StateFilter, 'all'>;
  readonly arm?: string;
  readonly page?: number;
}

export interface QuestionSearch {
  readonly search?: string;
  readonly page?: number;
}

type Written = Readonly<Record<string, unknown>>;

export function experimentSearch({ show, state, arm, page }: Written): ExperimentSearch {
  const filter = stateFilter(state);
  return {
    ...((show === 'judges' || show === 'file') && { show }),
    ...(filter !== 'all' && { state: filter }),
    ...(typeof arm === 'string' && arm !== '' && { arm }),
    ...pageIn(page),
  };
}

export function questionSearch({ search, page }: Written): QuestionSearch {
  const words = typeof search === 'number' ? String(search) : search;
  return { ...(typeof words === 'string' && words !== '' && { search: words }), ...pageIn(page) };
}

function pageIn(page: unknown): { readonly page?: number } {
  return typeof page === 'number' && Number.isInteger(page) && page > 1 ? { page } : {};
}
