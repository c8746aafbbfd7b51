import type { ReactNode } from 'react';

/** A table that scrolls sideways by itself where the page is narrow, also with the keyboard. */
export function ScrollTable({ label, look = 'table', heads, children }: ScrollTableProps) {
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={label}>
      <table className={look}>
        <thead>
          <tr>{heads}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface ScrollTableProps {
  /** What is in it, for those who do not see it. */
  readonly label: string;
  readonly look?: string;
  /** The heads of its columns. */
  readonly heads: ReactNode;
  /** Its rows. */
  readonly children: ReactNode;
}
