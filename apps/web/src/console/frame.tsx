import type { Account } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SignedIn } from './account/account.ts';
import { NewLink } from './account/new-link.tsx';
import { WANTED_PLACE, wanting } from './account/wanted.ts';
import { accountQuery } from './asking.ts';
import './console.css';
import { Trouble } from './parts/trouble.tsx';
import { Waiting } from './parts/waiting.tsx';
import { Bar } from './top-bar.tsx';

/** What stands around every page of the console: nobody sees one who is not signed in. */
export function ConsoleFrame() {
  const { data, error, refetch } = useQuery(accountQuery);
  if (data === undefined)
    return (
      <main className="page">
        {error ? (
          <Trouble what="It could not be found out who you are." error={error} again={refetch} />
        ) : (
          <Waiting what="The page is being read" />
        )}
      </main>
    );
  return data.account ? <Signed account={data.account} /> : <Unsigned />;
}

function Signed({ account }: { readonly account: Account }) {
  return (
    <SignedIn value={account}>
      <Bar account={account} />
      <Outlet />
    </SignedIn>
  );
}

function Unsigned() {
  const wanted = useLocation({ select: ({ href }) => href });
  useEffect(() => {
    window.localStorage.setItem(WANTED_PLACE, wanting(wanted, Date.now()));
  }, [wanted]);
  return <NewLink title="You are not signed in" />;
}
