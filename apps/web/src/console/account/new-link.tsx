import { Notice, TopBar } from '@moot/ui';

/** Says calmly how one gets a link that signs in. */
export function NewLink({ title, why }: { readonly title: string; readonly why?: string }) {
  return (
    <>
      <TopBar />
      <main className="page is-narrow stack">
        <h1>{title}</h1>
        {why !== undefined && <Notice role="alert">{why}</Notice>}
        <div className="prose">
          <p>
            The terminal in which the server was started prints a link that signs you in. It works once, for a short
            time.
          </p>
          <p>Ask whoever runs the server for a new one:</p>
        </div>
        <pre className="command">npx moot sign-in</pre>
        <p className="aside">Judges need no account. They open the link that was sent to them.</p>
      </main>
    </>
  );
}
