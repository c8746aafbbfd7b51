import { SafeText } from '@moot/ui';
import type { RunPage, ShownCall } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { Asked } from '../parts/asked.tsx';
import { callQuery } from './asking.ts';
import { draftedIn, type Drafted } from './drafted.ts';
import type { Choice } from './researcher-run.tsx';

/** The drafts of the turn that is looked at, with their ratings, and what they were rewritten by. Nothing where there are none. */
export function DraftsSection({ page: { id, calls }, choice }: { readonly page: RunPage; readonly choice: Choice }) {
  const drafted = draftedIn(choice.key, calls);
  if (drafted.length === 0) return null;
  return (
    <section className="section" aria-label="Drafts">
      <header>
        <h2>Drafts</h2>
        <span className="aside push">of the turn that is looked at</span>
      </header>
      {drafted.map((draft) => (
        <Draft key={draft.call.id} run={id} draft={draft} />
      ))}
    </section>
  );
}

function Draft({ run, draft: { call, name, ratings } }: { readonly run: string; readonly draft: Drafted }) {
  return (
    <details className="draft">
      <summary>{name}</summary>
      <ReplyText run={run} call={call} />
      {ratings.map((rating) => (
        <div key={rating.id}>
          <p className="aside">
            {rating.part}, by <span className="mono">{rating.model}</span>
          </p>
          <ReplyText run={run} call={rating} />
        </div>
      ))}
    </details>
  );
}

function ReplyText({ run, call }: { readonly run: string; readonly call: ShownCall }) {
  const query = useQuery(callQuery(run, call.id));
  return (
    <Asked query={query} what="The reply">
      {({ reply }) => (
        <div className="prompt" tabIndex={0} role="region" aria-label={`Reply, ${call.part}`}>
          <SafeText text={reply} />
        </div>
      )}
    </Asked>
  );
}
