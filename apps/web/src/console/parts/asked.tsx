import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Trouble } from './trouble.tsx';
import { Waiting } from './waiting.tsx';

/** What was asked for, once it is there; until then its shape; if it cannot be had, why. What is shown stays when asking again fails. */
export function Asked<T>({ query, what, children }: AskedProps<T>) {
  const { data, error, refetch } = query;
  return (
    <>
      {error && <Trouble what={`${what} could not be read.`} error={error} again={refetch} />}
      {data === undefined ? !error && <Waiting what={`${what} is being read`} /> : children(data)}
    </>
  );
}

interface AskedProps<T> {
  readonly query: UseQueryResult<T>;
  /** In one word or two, in the singular: "The list". */
  readonly what: string;
  readonly children: (data: T) => ReactNode;
}
