import { pagesOf, rangeWords, type Paged } from '../words/runs.ts';

/** Which part of a long list is shown, and the way to the others. */
export function Pager({
  of,
  go,
  what,
}: {
  readonly of: Paged;
  readonly go: (page: number) => void;
  readonly what: string;
}) {
  const pages = pagesOf(of);
  return (
    <nav className="pager" aria-label={`Pages of ${what}`}>
      <span className="aside" role="status">
        {rangeWords(of)}
      </span>
      {pages > 1 && (
        <span className="row push">
          <button type="button" className="btn is-small" disabled={of.page <= 1} onClick={() => go(of.page - 1)}>
            Previous
          </button>
          <button type="button" className="btn is-small" disabled={of.page >= pages} onClick={() => go(of.page + 1)}>
            Next
          </button>
        </span>
      )}
    </nav>
  );
}
