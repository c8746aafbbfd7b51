import { Refusal } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useAccount } from '../account/account.ts';
import { Asked } from '../parts/asked.tsx';
import { useTitle } from '../parts/use-title.ts';
import { runQuery } from './asking.ts';
import { ResearcherRun } from './researcher-run.tsx';
import { ViewerRun } from './viewer-run.tsx';
import './run.css';

/** One run: for researchers with everything that is known of it, for viewers as it is seen by those who only watch. */
export function RunPage() {
  const { run = '' } = useParams({ strict: false });
  const { role } = useAccount();
  const query = useQuery({ ...runQuery(run), enabled: role === 'researcher' });
  useTitle(query.data?.prompt ?? 'Run');
  if (role === 'viewer' || isNotAllowed(query.error)) return <ViewerRun key={run} run={run} />;
  return (
    <main className="page run-page">
      <Asked query={query} what="The run">
        {(page) => <ResearcherRun key={page.id} page={page} />}
      </Asked>
    </main>
  );
}

function isNotAllowed(error: unknown): boolean {
  return error instanceof Refusal && error.status === 403;
}
