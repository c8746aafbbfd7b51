import { Notice, SafeText } from '@moot/ui';
import type { ExperimentPage } from '@moot/wire';
import { Link } from '@tanstack/react-router';
import { useNow } from '../parts/use-now.ts';
import { standingWords } from '../words/progress.ts';
import { ago, moment } from '../words/times.ts';

/** What the experiment is called, and where it stands in a sentence or two. */
export function Head({ page }: { readonly page: ExperimentPage }) {
  const now = useNow();
  return (
    <div className="page-head">
      <div>
        <h1>
          <SafeText text={page.title ?? page.name} />
        </h1>
        <p className="under aside">
          <span className="mono">{page.name}</span>, started{' '}
          <span title={moment(page.startedAt)}>{ago(page.startedAt, now)}</span>
        </p>
        <p className="lede">{standingWords(page)}</p>
        {page.description !== null && (
          <p className="description">
            <SafeText text={page.description} />
          </p>
        )}
      </div>
      <div className="actions">
        <Link to="/experiments/$experiment/results" params={{ experiment: page.name }} className="btn">
          Results
        </Link>
      </div>
    </div>
  );
}

export function SimulatedNotice() {
  return (
    <Notice tone="caution">
      <b>Simulated players sit in people’s seats.</b> What comes of it shows how the experiment works, and says nothing
      about people.
    </Notice>
  );
}
