import { Notice, SafeText } from '@moot/ui';
import { ENDPOINTS, turnKey, type RunPage, type Settle, type ShownFailure } from '@moot/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../app/api.ts';
import { troubleWords } from '../words/trouble.ts';
import { runQuery } from './asking.ts';
import { ReasonForm } from './reason-form.tsx';
import { failureWords, openFailures, type How } from './settling.ts';

/** The turns that failed and wait for a decision, each with what can be done about it. */
export function FailuresSection({ page }: { readonly page: RunPage }) {
  const { mutate, data, error, isPending } = useSettle(page.id);
  const failures = openFailures(page);
  return (
    <>
      {failures.map((failure) => (
        <OpenFailure
          key={turnKey(failure)}
          failure={failure}
          settle={mutate}
          course={isPending ? 'being sent' : 'open'}
        />
      ))}
      {data && (
        <Notice tone={data.ok ? 'plain' : 'bad'} role="status">
          {data.words}
        </Notice>
      )}
      {error && (
        <Notice tone="bad" role="alert">
          This was not done. {troubleWords(error)}
        </Notice>
      )}
    </>
  );
}

function useSettle(run: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Settle) => ask(ENDPOINTS.settle, { path: { run }, body }),
    onSettled: () => queries.invalidateQueries({ queryKey: runQuery(run).queryKey, exact: true }),
  });
}

interface OpenFailureProps {
  readonly failure: ShownFailure;
  readonly settle: (body: Settle) => void;
  readonly course: 'open' | 'being sent';
}

function OpenFailure({ failure, settle, course }: OpenFailureProps) {
  const [how, choose] = useState<How>();
  return (
    <Notice tone="bad">
      <p>
        <b>{failureWords(failure)}</b> The run waits for you.
      </p>
      <p className="failure-words">
        <SafeText text={failure.words} />
      </p>
      {how === undefined ? (
        <div className="row failure-actions">
          {ACTIONS.map(({ value, words }) => (
            <button
              key={value}
              type="button"
              className="btn is-small"
              disabled={course === 'being sent'}
              onClick={() => choose(value)}
            >
              {words}
            </button>
          ))}
          {course === 'being sent' && <span className="aside">It is being done.</span>}
        </div>
      ) : (
        <ReasonForm
          how={how}
          turn={failure}
          send={(body) => {
            settle(body);
            choose(undefined);
          }}
          leave={() => choose(undefined)}
        />
      )}
    </Notice>
  );
}

const ACTIONS = [
  { value: 'retry', words: 'Retry' },
  { value: 'pass', words: 'Pass the turn' },
  { value: 'abandon', words: 'Abandon the run' },
] as const;
