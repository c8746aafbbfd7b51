import type { ReactNode } from 'react';

/** The bar over every page: the brand, then what a page puts there. */
export function TopBar({ home, children }: { readonly home?: string | undefined; readonly children?: ReactNode }) {
  return (
    <header className="topbar">
      {home === undefined ? (
        <span className="brand">{BRAND}</span>
      ) : (
        <a className="brand" href={home}>
          {BRAND}
        </a>
      )}
      {children}
    </header>
  );
}

const BRAND = (
  <>
    <svg viewBox="0 0 26 14" aria-hidden="true">
      <circle cx="7" cy="7" r="7" fill="var(--seat-a)" />
      <rect x="13" y="0" width="13" height="14" rx="1.5" fill="var(--seat-b)" />
    </svg>
    Moot
  </>
);
