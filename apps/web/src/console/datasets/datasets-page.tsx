import { SafeText } from '@moot/ui';
import type { ListedDataset } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { datasetsQuery } from '../asking.ts';
import { Asked } from '../parts/asked.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useTitle } from '../parts/use-title.ts';
import { grouped } from '../words/numbers.ts';
import { moment } from '../words/times.ts';

/** The data sets that experiments can draw their questions from. */
export function DatasetsPage() {
  useTitle('Data sets');
  const query = useQuery(datasetsQuery);
  return (
    <main className="page">
      <div className="page-head">
        <div>
          <h1>Data sets</h1>
          <p className="lede">Questions whose answers are known, and the texts that they are about.</p>
        </div>
      </div>
      <Asked query={query} what="The list of data sets">
        {({ datasets }) => (datasets.length === 0 ? <Empty /> : <Table datasets={datasets} />)}
      </Asked>
    </main>
  );
}

function Empty() {
  return (
    <div className="empty">
      <p>No data set has been imported yet. In the terminal of the server, this shows how to:</p>
      <code>npx moot import --help</code>
    </div>
  );
}

function Table({ datasets }: { readonly datasets: readonly ListedDataset[] }) {
  return (
    <ScrollTable
      label="Data sets"
      look="table is-roomy"
      heads={
        <>
          <th>Data set</th>
          <th>Format</th>
          <th className="num">Questions</th>
          <th className="num">Sources</th>
          <th>Licence</th>
          <th>Imported</th>
        </>
      }
    >
      {datasets.map((dataset) => (
        <Row key={dataset.name} of={dataset} />
      ))}
    </ScrollTable>
  );
}

function Row({ of }: { readonly of: ListedDataset }) {
  return (
    <tr>
      <td>
        <Link to="/datasets/$dataset" params={{ dataset: of.name }} className="name">
          {of.name}
        </Link>
        {of.origin !== null && (
          <span className="under aside">
            <SafeText text={of.origin} />
          </span>
        )}
      </td>
      <td>{of.format}</td>
      <td className="num">{grouped(of.questions)}</td>
      <td className="num">{grouped(of.sources)}</td>
      <td>{of.licence === null ? <span className="aside">not known</span> : <SafeText text={of.licence} />}</td>
      <td className="nowrap">{moment(of.createdAt)}</td>
    </tr>
  );
}
