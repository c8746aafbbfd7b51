import { TopBar } from '@moot/ui';
import { ENDPOINTS, type Account } from '@moot/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { ask } from '../app/api.ts';
import { accountQuery } from './asking.ts';
import { ThemeToggle } from './parts/theme-toggle.tsx';

/** The head of every page of the console: where one can go, and who one is. */
export function Bar({ account }: { readonly account: Account }) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const isAtData = path.startsWith('/datasets');
  return (
    <TopBar>
      <nav aria-label="Console">
        <Link to="/" aria-current={isAtData ? undefined : 'page'}>
          Experiments
        </Link>
        {account.role === 'researcher' && (
          <Link to="/datasets" aria-current={isAtData ? 'page' : undefined}>
            Data sets
          </Link>
        )}
      </nav>
      <span className="push crumbs wide-only">
        {account.name === account.role ? account.name : `${account.name}, ${account.role}`}
      </span>
      <SignOut />
      <ThemeToggle />
    </TopBar>
  );
}

function SignOut() {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => ask(ENDPOINTS.signOut, { body: {} }),
    onSuccess() {
      queries.setQueryData(accountQuery.queryKey, { account: null });
      // What was read is not for whoever signs in next.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== accountQuery.queryKey[0] });
    },
  });
  return (
    <>
      {error && (
        <span className="fault" role="alert">
          {error.message}
        </span>
      )}
      <button type="button" className="btn is-plain is-small nowrap" disabled={isPending} onClick={() => mutate()}>
        Sign out
      </button>
    </>
  );
}
