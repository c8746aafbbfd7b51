import { Notice, SafeText } from '@moot/ui';
import type { ExperimentPage } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { runsQuery, type Course } from '../asking.ts';
import { counted } from '../words/numbers.ts';
import { runWords } from '../words/runs.ts';

/** The runs that have come to a stop, each with its link: they wait for a researcher. */
export function FailedNotice({ page, course }: { readonly page: ExperimentPage; readonly course: Course }) {
  const { data } = useQuery(runsQuery(page.name, { state: 'failed' }, course));
  const runs = data?.runs.slice(0, MOST) ?? [];
  const more = page.failed - runs.length;
  return (
    <Notice tone="bad" role="alert">
      <b>{counted(page.failed, 'run')} failed.</b> A turn could not be taken, and the run waits for what a researcher
      decides: ask again, pass the turn, or give the run up.
      <ul className="failed-runs">
        {runs.map((run) => (
          <li key={run.id}>
            <Link to="/runs/$run" params={{ run: run.id }}>
              {run.arm}, <SafeText text={run.question} />
            </Link>
            : {runWords(run)}
          </li>
        ))}
        {runs.length > 0 && more > 0 && (
          <li>
            <Link from="/experiments/$experiment" to="." search={{ state: 'failed' }}>
              and {counted(more, 'other')}
            </Link>
          </li>
        )}
      </ul>
    </Notice>
  );
}

/** As many as are taken in at a glance. */
const MOST = 5;
