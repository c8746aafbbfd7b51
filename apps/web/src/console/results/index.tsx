import { Notice, safe } from '@moot/ui';
import { ENDPOINTS, type ExperimentPage, type Results } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ask } from '../../app/api.ts';
import { experimentQuery } from '../asking.ts';
import { Asked } from '../parts/asked.tsx';
import { useTitle } from '../parts/use-title.ts';
import { isUnderWay, progressWords } from '../words/progress.ts';
import { AccuracyFigure } from './accuracy-figure.tsx';
import { ArmTable } from './arm-table.tsx';
import { cautions, hasVerdicts } from './arms.ts';
import { Chevron } from './chevron.tsx';
import { Method } from './method.tsx';
import './results.css';

/** How often the judges of an experiment were right, arm by arm, and how that was computed. */
export function ResultsPage() {
  const { experiment = '' } = useParams({ strict: false });
  useTitle(`Results of ${experiment}`);
  const { data: course } = useQuery(experimentQuery(experiment));
  const results = useQuery({
    queryKey: ['experiment', experiment, 'results'],
    queryFn: ({ signal }) => ask(ENDPOINTS.results, { path: { experiment }, signal }),
    refetchInterval: course && isUnderWay(course) ? POLL_MS : false,
  });
  return (
    <main className="page results">
      <nav className="crumbs" aria-label="Where this is">
        <Link to="/">Experiments</Link>
        <Chevron />
        <Link to="/experiments/$experiment" params={{ experiment }}>
          {experiment}
        </Link>
        <Chevron />
        <span>Results</span>
      </nav>
      <div className="page-head">
        <div>
          <h1>Results</h1>
          <p className="lede">{lede(course)}</p>
        </div>
      </div>
      <Asked query={results} what="The results">
        {(data) => <Shown experiment={experiment} results={data} />}
      </Asked>
    </main>
  );
}

const POLL_MS = 5_000;

function lede(course: ExperimentPage | undefined): string {
  if (!course) return '\u00a0';
  const words = `${sentence(safe(course.title ?? course.name))} ${progressWords(course)}.`;
  return isUnderWay(course) ? `${words} The numbers are computed again every 5\u00a0seconds.` : words;
}

/** A title may be a question, and has its own end then. */
function sentence(title: string): string {
  return /[.?!…]$/.test(title) ? title : `${title}.`;
}

interface ShownProps {
  readonly experiment: string;
  readonly results: Results;
}

function Shown({ experiment, results }: ShownProps) {
  const { arms, method, sql } = results;
  return (
    <>
      {hasVerdicts(arms) ? <Numbers experiment={experiment} results={results} /> : <Empty experiment={experiment} />}
      <Method method={method} sql={sql} />
    </>
  );
}

function Numbers({ experiment, results: { arms } }: ShownProps) {
  return (
    <>
      {cautions(arms).map((words) => (
        <Notice key={words} tone="caution">
          {words}
        </Notice>
      ))}
      <AccuracyFigure experiment={experiment} arms={arms} />
      <ArmTable arms={arms} />
    </>
  );
}

function Empty({ experiment }: { readonly experiment: string }) {
  return (
    <div className="empty">
      <p>How often judges were right in each arm will stand here once the first verdict has been given.</p>
      <Link className="btn" to="/experiments/$experiment" params={{ experiment }}>
        See how far the runs are
      </Link>
    </div>
  );
}
