import { ENDPOINTS } from '@moot/wire';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../app/api.ts';
import type { ExperimentSearch, QuestionSearch } from './searches.ts';
import { isUnderWay } from './words/progress.ts';

/** How often a page asks again while something goes on, in ms. */
const PACE = 2000;

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => ask(ENDPOINTS.account, { signal }),
  staleTime: 60_000,
});

export const experimentsQuery = queryOptions({
  queryKey: ['experiments'],
  queryFn: ({ signal }) => ask(ENDPOINTS.experiments, { signal }),
  refetchInterval: ({ state }) => (state.data?.experiments.some(isUnderWay) ? PACE : false),
});

export function experimentQuery(experiment: string) {
  return queryOptions({
    queryKey: ['experiment', experiment, 'page'],
    queryFn: ({ signal }) => ask(ENDPOINTS.experiment, { path: { experiment }, signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? PACE : false),
  });
}

/** The runs that viewers may watch. */
export function watchableQuery(experiment: string) {
  return queryOptions({
    queryKey: ['experiment', experiment, 'watchable'],
    queryFn: ({ signal }) => ask(ENDPOINTS.watchable, { path: { experiment }, signal }),
    refetchInterval: ({ state }) => (state.data?.runs.some((run) => run.state !== 'ended') ? PACE : false),
  });
}

/** Runs change as long as any run of the experiment does, whether or not it is in this list. */
export function runsQuery(experiment: string, of: ExperimentSearch, course: Course) {
  const search = { state: of.state, arm: of.arm, page: of.page };
  return queryOptions({
    queryKey: ['experiment', experiment, 'runs', search],
    queryFn: ({ signal }) => ask(ENDPOINTS.runs, { path: { experiment }, search, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: course === 'under-way' ? PACE : false,
  });
}

export function invitationsQuery(experiment: string, course: Course) {
  return queryOptions({
    queryKey: ['experiment', experiment, 'invitations'],
    queryFn: ({ signal }) => ask(ENDPOINTS.invitations, { path: { experiment }, signal }),
    refetchInterval: course === 'under-way' ? 2 * PACE : false,
  });
}

export type Course = 'under-way' | 'over';

export const datasetsQuery = queryOptions({
  queryKey: ['datasets'],
  queryFn: ({ signal }) => ask(ENDPOINTS.datasets, { signal }),
});

export function questionsQuery(dataset: string, { search, page }: QuestionSearch) {
  return queryOptions({
    queryKey: ['datasets', dataset, 'questions', { search, page }],
    queryFn: ({ signal }) => ask(ENDPOINTS.questions, { path: { dataset }, search: { search, page }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function sourceQuery(dataset: string, source: string) {
  return queryOptions({
    queryKey: ['datasets', dataset, 'source', source],
    queryFn: ({ signal }) => ask(ENDPOINTS.source, { path: { dataset, source }, signal }),
    staleTime: Infinity,
  });
}

export const presetsQuery = queryOptions({
  queryKey: ['presets'],
  queryFn: ({ signal }) => ask(ENDPOINTS.presets, { signal }),
  staleTime: Infinity,
});

export const schemaQuery = queryOptions({
  queryKey: ['experiment-schema'],
  queryFn: ({ signal }) => ask(ENDPOINTS.experimentSchema, { signal }),
  staleTime: Infinity,
});
