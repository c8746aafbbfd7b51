import { SafeText } from '@moot/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { watchableQuery } from '../asking.ts';
import { Asked } from '../parts/asked.tsx';
import { useTitle } from '../parts/use-title.ts';

/** An experiment as viewers see it: its runs, each of which they may watch. */
export function ViewerExperiment({ experiment }: { readonly experiment: string }) {
  const query = useQuery(watchableQuery(experiment));
  useTitle(query.data?.title ?? experiment);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>
            <SafeText text={query.data?.title ?? experiment} />
          </h1>
          <p className="lede">You may watch these runs as they are seen at the table.</p>
        </div>
      </div>
      <Asked query={query} what="The list of runs">
        {({ runs }) => (
          <table className="table">
            <thead>
              <tr>
                <th>Question</th>
                <th>State</th>
              </tr>
            </thead>
            <tbody>
              {runs.map(({ id, prompt, state }) => (
                <tr key={id}>
                  <td className="prompt">
                    <Link to="/runs/$run" params={{ run: id }} className="serif">
                      <SafeText text={prompt} />
                    </Link>
                  </td>
                  <td>{STATES[state]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Asked>
    </>
  );
}

const STATES = {
  ended: 'ended',
  failed: 'stands still',
  waiting: 'waits for somebody',
  running: 'goes on',
} as const;
