import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root.tsx';
import { experimentSearch, questionSearch } from './searches.ts';

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./account/sign-in-page.tsx'), 'SignInPage'),
});

const frame = createRoute({
  getParentRoute: () => rootRoute,
  id: 'console',
  component: lazyRouteComponent(() => import('./frame.tsx'), 'ConsoleFrame'),
});

const experiments = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./experiments/experiments-page.tsx'), 'ExperimentsPage'),
});

const datasets = createRoute({
  getParentRoute: () => frame,
  path: '/datasets',
  component: lazyRouteComponent(() => import('./datasets/datasets-page.tsx'), 'DatasetsPage'),
});

const questions = createRoute({
  getParentRoute: () => frame,
  path: '/datasets/$dataset',
  validateSearch: questionSearch,
  component: lazyRouteComponent(() => import('./datasets/questions-page.tsx'), 'QuestionsPage'),
});

const editor = createRoute({
  getParentRoute: () => frame,
  path: '/experiments/new',
  component: lazyRouteComponent(() => import('./editor/editor-page.tsx'), 'EditorPage'),
});

const experiment = createRoute({
  getParentRoute: () => frame,
  path: '/experiments/$experiment',
  validateSearch: experimentSearch,
  component: lazyRouteComponent(() => import('./experiment/experiment-page.tsx'), 'ExperimentPage'),
});

const results = createRoute({
  getParentRoute: () => frame,
  path: '/experiments/$experiment/results',
  component: lazyRouteComponent(() => import('./results/index.tsx'), 'ResultsPage'),
});

const run = createRoute({
  getParentRoute: () => frame,
  path: '/runs/$run',
  component: lazyRouteComponent(() => import('./run/index.tsx'), 'RunPage'),
});

const pages = [experiments, datasets, questions, editor, experiment, results, run] as const;

/** The researcher's pages. Only addresses stand here; what is shown is loaded when it is opened. */
export const consoleRoutes = [signIn, frame.addChildren(pages)] as const;
