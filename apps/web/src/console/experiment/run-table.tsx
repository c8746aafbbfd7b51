import { SafeText } from '@moot/ui';
import type { ListedRun } from '@moot/wire';
import { Link } from '@tanstack/react-router';
import { Icon } from '../parts/icon.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useNow } from '../parts/use-now.ts';
import { listed } from '../words/numbers.ts';
import { runWords } from '../words/runs.ts';
import { ago, took } from '../words/times.ts';

/** Runs, one a row, with what each is doing. */
export function RunTable({ runs }: { readonly runs: readonly ListedRun[] }) {
  return (
    <ScrollTable
      label="Table of runs"
      heads={
        <>
          <th>Question</th>
          <th>Arm</th>
          <th>State</th>
          <th className="num">Moves</th>
          <th className="num">When</th>
        </>
      }
    >
      {runs.map((run) => (
        <Row key={run.id} of={run} />
      ))}
    </ScrollTable>
  );
}

function Row({ of }: { readonly of: ListedRun }) {
  return (
    <tr className={of.state === 'failed' ? 'is-stuck' : undefined}>
      <td className="prompt">
        <Link to="/runs/$run" params={{ run: of.id }} className="serif">
          <SafeText text={of.prompt} />
        </Link>
        <span className="under aside">
          <span className="mono">
            <SafeText text={of.question} />
          </span>
          {of.replicate > 1 && `, replicate ${of.replicate}`}
        </span>
      </td>
      <td>
        {of.arm}
        {of.simulatedSeats.length > 0 && (
          <span className="under">
            <span className="chip" title={`Simulated: ${listed(of.simulatedSeats)}`}>
              simulated
            </span>
          </span>
        )}
      </td>
      <td>
        <State of={of} />
      </td>
      <td className="num">{of.moves}</td>
      <td className="num">
        <When of={of} />
      </td>
    </tr>
  );
}

function State({ of }: { readonly of: ListedRun }) {
  if (of.state === 'failed')
    return (
      <span className="bad row">
        <Icon name="warning" />
        {runWords(of)}
      </span>
    );
  return <span className={of.state === 'ended' ? 'aside' : undefined}>{runWords(of)}</span>;
}

function When({ of }: { readonly of: ListedRun }) {
  const now = useNow();
  if (of.startedAt === null) return <span className="aside">not begun</span>;
  if (of.endedAt === null) return <>begun {ago(of.startedAt, now)}</>;
  return (
    <>
      {ago(of.endedAt, now)}
      <span className="under aside">took {took(of.startedAt, of.endedAt)}</span>
    </>
  );
}
