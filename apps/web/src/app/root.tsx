import { cssVariablesResolver, theme } from '@moot/ui';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRootRoute, Outlet } from '@tanstack/react-router';
import { Broken } from './broken.tsx';
import { NotFound } from './not-found.tsx';
import { mayRetry } from './retrying.ts';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: mayRetry, staleTime: 5_000, refetchOnWindowFocus: true } },
});

/** What stands around every page. */
export const rootRoute = createRootRoute({ component: Root, errorComponent: Broken, notFoundComponent: NotFound });

function Root() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={nonce}
    >
      <QueryClientProvider client={queries}>
        <Outlet />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** The server allows styles that carry this word, which is another for each page it sends. */
function nonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
}
