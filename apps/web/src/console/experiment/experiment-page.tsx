import type { ExperimentPage as Page } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { experimentQuery, type Course } from '../asking.ts';
import { InvitationsSection } from '../judges/invitations-section.tsx';
import { Asked } from '../parts/asked.tsx';
import { useTitle } from '../parts/use-title.ts';
import { isUnderWay } from '../words/progress.ts';
import { ArmsSection } from './arms-section.tsx';
import { useAccount } from '../account/account.ts';
import { FailedNotice } from './failed-notice.tsx';
import { FileSection } from './file-section.tsx';
import { Head, SimulatedNotice } from './head.tsx';
import { RunsSection } from './runs-section.tsx';
import { SpendSection } from './spend-section.tsx';
import { ViewerExperiment } from './viewer-experiment.tsx';

/** One experiment: how far it is, what it spends, its runs, its judges and its file. */
export function ExperimentPage() {
  const { experiment } = useParams({ from: '/console/experiments/$experiment' });
  const { role } = useAccount();
  return (
    <main className="page">
      <nav className="crumbs" aria-label="Where this is">
        <Link to="/">Experiments</Link>
      </nav>
      {role === 'viewer' ? <ViewerExperiment experiment={experiment} /> : <Whole experiment={experiment} />}
    </main>
  );
}

function Whole({ experiment }: { readonly experiment: string }) {
  const query = useQuery(experimentQuery(experiment));
  useTitle(query.data?.title ?? experiment);
  return (
    <>
      {query.isLoadingError && <h1>{experiment}</h1>}
      <Asked query={query} what="The experiment">
        {(page) => <Standing page={page} />}
      </Asked>
    </>
  );
}

function Standing({ page }: { readonly page: Page }) {
  const course: Course = isUnderWay(page) ? 'under-way' : 'over';
  return (
    <>
      <Head page={page} />
      {page.failed > 0 && <FailedNotice page={page} course={course} />}
      {page.people === 'simulated' && <SimulatedNotice />}
      <div className="mon">
        <ArmsSection page={page} />
        <SpendSection page={page} />
      </div>
      <Tabs page={page} />
      <Shown page={page} course={course} />
    </>
  );
}

function Tabs({ page }: { readonly page: Page }) {
  const { show } = useSearch({ from: '/console/experiments/$experiment' });
  // The router's own notion of where one is does not know that a filter of the runs is still the runs.
  const activeOptions = { exact: true, includeSearch: true } as const;
  const here = { from: '/experiments/$experiment', to: '.', replace: true, activeOptions } as const;
  return (
    <nav className="page-tabs" aria-label="Parts of this experiment">
      <Link {...here} search={{}} aria-current={show === undefined ? 'page' : undefined}>
        Runs
      </Link>
      <Link {...here} search={{ show: 'judges' }} aria-current={show === 'judges' ? 'page' : undefined}>
        Judges
      </Link>
      <Link {...here} search={{ show: 'file' }} aria-current={show === 'file' ? 'page' : undefined}>
        File
      </Link>
      <Link to="/experiments/$experiment/results" params={{ experiment: page.name }}>
        Results
      </Link>
    </nav>
  );
}

function Shown({ page, course }: { readonly page: Page; readonly course: Course }) {
  const { show } = useSearch({ from: '/console/experiments/$experiment' });
  if (show === 'judges') return <InvitationsSection page={page} course={course} />;
  return show === 'file' ? <FileSection page={page} /> : <RunsSection page={page} course={course} />;
}
