import type { Account } from '@moot/wire';
import { createContext, useContext } from 'react';

/** Who is signed in, for everything within the frame of the console. */
export const SignedIn = createContext<Account | undefined>(undefined);

export function useAccount(): Account {
  const account = useContext(SignedIn);
  if (!account) throw new Error('a page of the console is drawn outside of its frame');
  return account;
}
