import { safe } from '@moot/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { questionsQuery } from '../asking.ts';
import { Asked } from '../parts/asked.tsx';
import { Pager } from '../parts/pager.tsx';
import { useTitle } from '../parts/use-title.ts';
import { counted } from '../words/numbers.ts';
import { QuestionTable } from './question-table.tsx';
import { SourcePanel, type NamedSource } from './source-panel.tsx';

/** The questions of one data set, searched on the server. */
export function QuestionsPage() {
  const { dataset } = useParams({ from: '/console/datasets/$dataset' });
  const search = useSearch({ from: '/console/datasets/$dataset' });
  const navigate = useNavigate({ from: '/datasets/$dataset' });
  const [source, show] = useState<NamedSource>();
  const query = useQuery(questionsQuery(dataset, search));
  useTitle(dataset);
  return (
    <main className="page">
      <nav className="crumbs" aria-label="Where this is">
        <Link to="/datasets">Data sets</Link>
      </nav>
      <div className="page-head">
        <h1>{dataset}</h1>
        <Search
          words={search.search ?? ''}
          find={(words) => void navigate({ search: words === '' ? {} : { search: words }, replace: true })}
        />
      </div>
      <Asked query={query} what="The list of questions">
        {(page) => (
          <>
            <p className="aside found" role="status">
              {counted(page.total, 'question')}
              {search.search !== undefined && ` with “${safe(search.search)}”`}
            </p>
            {page.total === 0 ? <None /> : <QuestionTable questions={page.questions} show={show} />}
            <Pager of={page} what="questions" go={(to) => void navigate({ search: { ...search, page: to } })} />
          </>
        )}
      </Asked>
      {source && <SourcePanel dataset={dataset} source={source} close={() => show(undefined)} />}
    </main>
  );
}

function None() {
  return (
    <div className="empty">
      <p>No question has these words. Search for fewer, or for a part of a word.</p>
    </div>
  );
}

/** Waits until one stops writing before the server is asked. */
function Search({ words, find }: { readonly words: string; readonly find: (words: string) => void }) {
  const waiting = useRef(0);
  useEffect(() => () => window.clearTimeout(waiting.current), []);
  function write(written: string) {
    window.clearTimeout(waiting.current);
    waiting.current = window.setTimeout(() => find(written.trim()), 300);
  }
  return (
    <div className="field search">
      <label htmlFor="search">Search</label>
      <input
        id="search"
        className="input"
        type="search"
        autoComplete="off"
        defaultValue={words}
        onChange={({ target }) => write(target.value)}
      />
    </div>
  );
}
