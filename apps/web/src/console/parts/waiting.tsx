import { useEffect, useState } from 'react';

/** The shape of what comes, after a moment: what comes at once is not announced. */
export function Waiting({ what, lines = 5 }: { readonly what: string; readonly lines?: number }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), 300);
    return () => window.clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{what}</span>
      {Array.from({ length: lines }, (_each, i) => (
        <i key={i} style={{ width: `${92 - ((i * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
