import { Notice } from '@moot/ui';
import { Refusal } from '@moot/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { accountQuery } from '../asking.ts';
import { troubleWords } from '../words/trouble.ts';

/** What went wrong when the server was asked, in its words, with what can be done. */
export function Trouble({ what, error, again }: TroubleProps) {
  useSignInIfNeeded(error);
  return (
    <Notice tone="bad" role="alert">
      <div className="trouble">
        <p>
          <b>{what}</b> {troubleWords(error)}
        </p>
        {again && (
          <button type="button" className="btn is-small" onClick={again}>
            Try again
          </button>
        )}
      </div>
    </Notice>
  );
}

interface TroubleProps {
  /** What was not done: "The runs could not be read." */
  readonly what: string;
  readonly error: unknown;
  readonly again?: (() => unknown) | undefined;
}

/** A session that has ended is found out by whatever is asked first; the frame then says how to sign in. */
function useSignInIfNeeded(error: unknown) {
  const queries = useQueryClient();
  const isSignedOut = error instanceof Refusal && error.code === 'not-signed-in';
  useEffect(() => {
    if (isSignedOut) void queries.invalidateQueries({ queryKey: accountQuery.queryKey });
  }, [isSignedOut, queries]);
}
