import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoutes } from '../console/routes.tsx';
import { rootRoute } from './root.tsx';

const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/judge/$invitation',
  component: lazyRouteComponent(() => import('../desk/desk-page.tsx'), 'DeskPage'),
});

/** All pages by their addresses. Each is loaded when it is opened, so that a judge loads nothing of the console. */
export const router = createRouter({ routeTree: rootRoute.addChildren([deskRoute, ...consoleRoutes]) });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
