import type { ExperimentPage } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { runsQuery, type Course } from '../asking.ts';
import { Asked } from '../parts/asked.tsx';
import { Pager } from '../parts/pager.tsx';
import { Segments } from '../parts/segments.tsx';
import { STATES, stateFilter, type StateFilter } from '../words/runs.ts';
import { RunTable } from './run-table.tsx';

/** The runs of an experiment, by state and by arm. */
export function RunsSection({ page, course }: { readonly page: ExperimentPage; readonly course: Course }) {
  const search = useSearch({ from: '/console/experiments/$experiment' });
  const navigate = useNavigate({ from: '/experiments/$experiment' });
  const query = useQuery(runsQuery(page.name, search, course));
  return (
    <section aria-label="Runs">
      <Filters page={page} />
      <Asked query={query} what="The list of runs">
        {(list) => (
          <>
            {list.runs.length === 0 ? <None /> : <RunTable runs={list.runs} />}
            <Pager of={list} what="runs" go={(to) => void navigate({ search: { ...search, page: to } })} />
          </>
        )}
      </Asked>
    </section>
  );
}

function None() {
  return (
    <div className="empty">
      <p>No run is like that now.</p>
    </div>
  );
}

function Filters({ page }: { readonly page: ExperimentPage }) {
  const { state, arm } = useSearch({ from: '/console/experiments/$experiment' });
  const navigate = useNavigate({ from: '/experiments/$experiment' });
  const go = (next: { readonly state: StateFilter; readonly arm: string }) =>
    void navigate({
      search: { ...(next.state !== 'all' && { state: next.state }), ...(next.arm !== '' && { arm: next.arm }) },
      replace: true,
    });
  return (
    <div className="filters">
      <Segments
        label="State"
        options={STATES.map((value) => ({ value, words: value }))}
        chosen={stateFilter(state)}
        choose={(chosen) => go({ state: chosen, arm: arm ?? '' })}
      />
      <label className="row">
        <span className="label">Arm</span>
        <select
          className="input"
          value={arm ?? ''}
          onChange={({ target }) => go({ state: stateFilter(state), arm: target.value })}
        >
          <option value="">all</option>
          {page.arms.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
    </div>
  );
}
