import { progressParts, type Counts } from '../words/progress.ts';

/** How far the runs are, drawn; the words stand beside it. */
export function ProgressBar({ of }: { readonly of: Counts }) {
  return (
    <div className="bar" aria-hidden="true">
      {progressParts(of).map(({ kind, runs }) => (
        <i key={kind} className={LOOKS[kind]} style={{ flexGrow: runs }} />
      ))}
    </div>
  );
}

const LOOKS = { ended: 'is-spent', failed: 'is-failed', running: 'is-reserved', waiting: 'is-free' } as const;
