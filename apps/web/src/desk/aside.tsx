import { TopBar } from '@moot/ui';

interface AsideProps {
  readonly title: string;
  readonly words: string;
  readonly onRetry?: () => void;
}

/** A page that says one thing, beside the way. */
export function Aside({ title, words, onRetry }: AsideProps) {
  return (
    <>
      <TopBar />
      <main className="welcome">
        <h1 className="claim-title">{title}</h1>
        <p className="lead">{words}</p>
        {onRetry && (
          <button type="button" className="btn" onClick={onRetry}>
            Try again
          </button>
        )}
      </main>
    </>
  );
}
