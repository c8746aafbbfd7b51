import { ENDPOINTS, Refusal } from '@moot/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../../app/api.ts';
import { accountQuery } from '../asking.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Waiting } from '../parts/waiting.tsx';
import '../console.css';
import { NewLink } from './new-link.tsx';
import { tokenIn, WANTED_PLACE, wantedIn } from './wanted.ts';

/** Trades the token of a sign-in link for a session, and goes on to where one wanted to go. */
export function SignInPage() {
  useTitle('Sign in');
  const [token] = useState(() => tokenIn(window.location.hash));
  const { mutate, error } = useSignIn();
  const hasBegun = useRef(false);
  useEffect(() => {
    // A token works once, and effects may be run twice.
    if (token === undefined || hasBegun.current) return;
    hasBegun.current = true;
    window.history.replaceState(window.history.state, '', '/sign-in');
    mutate(token);
  }, [token, mutate]);

  if (token === undefined) return <NewLink title="This address has no sign-in link in it" />;
  if (!error)
    return (
      <main className="page is-narrow">
        <Waiting what="You are being signed in" lines={3} />
      </main>
    );
  if (isPassing(error))
    return (
      <main className="page is-narrow stack">
        <h1>You are not signed in yet</h1>
        <Trouble what="The link could not be checked." error={error} again={() => mutate(token)} />
      </main>
    );
  return <NewLink title="This link does not sign you in" why={error.message} />;
}

function useSignIn() {
  const queries = useQueryClient();
  const { history } = useRouter();
  return useMutation({
    mutationFn: (token: string) => ask(ENDPOINTS.signIn, { body: { token } }),
    onSuccess(account) {
      queries.setQueryData(accountQuery.queryKey, { account });
      const wanted = wantedIn(window.localStorage.getItem(WANTED_PLACE), Date.now());
      window.localStorage.removeItem(WANTED_PLACE);
      history.replace(wanted);
    },
  });
}

/** Whether the same link may work when it is tried again. */
function isPassing(error: Error): boolean {
  return !(error instanceof Refusal) || error.status === 0 || error.status === 429 || error.status >= 500;
}
