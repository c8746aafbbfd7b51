import { Refusal } from '@moot/wire';

/** What is shown when a page cannot be drawn. */
export function Broken({ error }: { readonly error: unknown }) {
  return (
    <main className="page stack">
      <h1>This page could not be shown</h1>
      <p className="notice is-bad" role="alert">
        <span>
          {error instanceof Refusal ? error.message : 'Something went wrong here. What you had saved is kept.'}
        </span>
      </p>
      <p>
        <button className="btn" type="button" onClick={() => window.location.reload()}>
          Load it again
        </button>
      </p>
    </main>
  );
}
