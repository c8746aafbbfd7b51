import { SafeText } from '@moot/ui';
import type { ListedExperiment } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAccount } from '../account/account.ts';
import { experimentsQuery } from '../asking.ts';
import { Asked } from '../parts/asked.tsx';
import { Icon } from '../parts/icon.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useNow } from '../parts/use-now.ts';
import { useTitle } from '../parts/use-title.ts';
import { progressWords } from '../words/progress.ts';
import { ago, moment } from '../words/times.ts';

/** All experiments, the newest first, with how far each is. */
export function ExperimentsPage() {
  useTitle('Experiments');
  const query = useQuery(experimentsQuery);
  return (
    <main className="page">
      <div className="page-head">
        <div>
          <h1>Experiments</h1>
          <p className="lede">Questions put through protocols, before judges who know less. The newest come first.</p>
        </div>
        <div className="actions">
          <NewExperiment />
        </div>
      </div>
      <Asked query={query} what="The list of experiments">
        {({ experiments }) => (experiments.length === 0 ? <Empty /> : <Table experiments={experiments} />)}
      </Asked>
    </main>
  );
}

function NewExperiment() {
  const { role } = useAccount();
  if (role !== 'researcher') return <span className="aside">You may look on; researchers start experiments.</span>;
  return (
    <Link to="/experiments/new" className="btn is-primary">
      <Icon name="plus" />
      New experiment
    </Link>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p>No experiment has been started yet. Begin from a preset; simulated players can take every seat.</p>
      <NewExperiment />
    </div>
  );
}

function Table({ experiments }: { readonly experiments: readonly ListedExperiment[] }) {
  return (
    <ScrollTable
      label="Experiments"
      look="table is-roomy is-stacking"
      heads={
        <>
          <th>Experiment</th>
          <th>People’s seats</th>
          <th className="progress-column">Progress</th>
          <th aria-sort="descending">Started</th>
        </>
      }
    >
      {experiments.map((experiment) => (
        <Row key={experiment.name} of={experiment} />
      ))}
    </ScrollTable>
  );
}

function Row({ of }: { readonly of: ListedExperiment }) {
  const now = useNow();
  return (
    <tr>
      <td>
        <Link to="/experiments/$experiment" params={{ experiment: of.name }} className="name">
          {of.name}
        </Link>
        {of.title !== null && (
          <span className="under serif">
            <SafeText text={of.title} />
          </span>
        )}
      </td>
      <td className="nowrap">{of.people === 'people' ? 'people' : <span className="chip">simulated</span>}</td>
      <td>
        <span className={of.failed > 0 ? 'bad' : undefined}>{progressWords(of)}</span>
        <ProgressBar of={of} />
      </td>
      <td className="nowrap" title={moment(of.startedAt)}>
        {ago(of.startedAt, now)}
      </td>
    </tr>
  );
}
